package io.daybreak.uploads.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.imports.testing.Database;
import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Uploads of long ago, made old by hand. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class OldUploadsTest {

  @Inject OldUploads old;
  @Inject BlockingSql sql;
  @Inject Database database;

  private final String channel = "C" + UUID.randomUUID();

  @Test
  void oldUploadsGoUnlessSomethingOfThemIsUnderWay() {
    ended("passed", "PASSED", "SENT", 451);
    ended("failed", "FAILED", "UNCLEAR", 451);
    ended("young", "PASSED", "SENT", 449);
    ended("told", "REJECTED", "SENDING", 451);
    database.change(
        """
        insert into csv_upload (file_id, channel_id, state, state_since, received_at, target)
        values ('live', ?, 'STORED', now() - interval '451 days', now() - interval '451 days', ?)
        """,
        channel,
        "s3://lake/" + channel);

    sql.changed(old.statement(), old.age(), 500);

    assertThat(
            database.column(
                "select file_id from csv_upload where channel_id = ? order by file_id", channel))
        .containsExactly("live", "told", "young");
  }

  private void ended(String file, String state, String notice, int daysAgo) {
    database.change(
        """
        insert into csv_upload (file_id, channel_id, state, notice_state, ended_at)
        values (?, ?, ?, ?, now() - make_interval(days => ?))
        """,
        file,
        channel,
        state,
        notice,
        daysAgo);
  }
}
