package io.daybreak.kit.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class RetentionTest {

  @Inject BlockingSql sql;
  @Inject RetentionSweep sweep;

  @BeforeEach
  void empty() {
    sql.changed("delete from outbox");
    sql.changed("delete from dead_letter");
  }

  @Test
  void whatIsOldGoesInBatchesAndTheRestStays() {
    refused(1_203, "91 days");
    refused(2, "89 days");
    letter("old", "FAILED", "181 days");
    letter("new", "FAILED", "179 days");
    letter("waiting", "WAITING", "181 days");

    sweep.sweep();

    assertThat(sql.one("select count(*) from outbox").getLong(0)).isEqualTo(2);
    assertThat(sql.list("select message_id from dead_letter"))
        .extracting(row -> row.getString(0))
        .containsExactlyInAnyOrder("new", "waiting");
  }

  private void refused(int rows, String age) {
    sql.changed(
        """
        insert into outbox (queue, message_group, deduplication_id, type, body, refusal, added_at)
        select 'CSV_UPLOADS', 'g', 'd', 'T', '{}', 'too long', now() - interval '%s'
        from generate_series(1, %d)
        """
            .formatted(age, rows));
  }

  private void letter(String id, String state, String age) {
    sql.changed(
        """
        insert into dead_letter
          (queue, message_id, type, body, sent_at, due_at, state, state_since, outcome)
        values ('CSV_UPLOADS', '%s', 'T', '{}', now(), now() + interval '1 day', '%s',
                now() - interval '%s', 'x')
        """
            .formatted(id, state, age));
  }
}
