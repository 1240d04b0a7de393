package io.daybreak.uploads.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.imports.testing.Database;
import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
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
  void oldUploadsThatLoadedNothingGoUnlessSomethingOfThemIsUnderWay() {
    ended("passed", "PASSED", "SENT", 451);
    ended("failed", "FAILED", "UNCLEAR", 451);
    ended("young", "REJECTED", "SENT", 449);
    ended("told", "REJECTED", "SENDING", 451);
    database.change(
        """
        insert into csv_upload (file_id, channel_id, state, state_since, received_at, target)
        values ('live', ?, 'STORED', now() - interval '451 days', now() - interval '451 days', ?)
        """,
        channel,
        "s3://lake/" + channel);

    sql.changed(old.statement(), old.age(), 500);

    assertThat(files()).containsExactly("live", "passed", "told", "young");
  }

  /** The first has not committed yet: the second neither waits for it nor takes what it has. */
  @Test
  void twoReplicasAtOnceShareTheWork() {
    database.deletesNothingByItself();
    while (sql.changed(old.statement(), old.age(), 500) > 0) {}
    ended("a", "FAILED", "SENT", 455);
    ended("b", "FAILED", "SENT", 454);
    ended("c", "REJECTED", "NONE", 453);

    sql.run(
        tx -> {
          assertThat(tx.changed(old.statement(), old.age(), 2)).isEqualTo(2);
          assertThat(sql.changed(old.statement(), old.age(), 500)).isEqualTo(1);
          assertThat(files()).as("what others see until it commits").containsExactly("a", "b");
        });

    assertThat(files()).isEmpty();
  }

  private List<String> files() {
    return database.column(
        "select file_id from csv_upload where channel_id = ? order by file_id", channel);
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
