package io.daybreak.imports.batch;

import static io.daybreak.imports.testing.Person.newCustomerId;
import static io.daybreak.imports.testing.Person.newSpreadsheetId;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.imports.testing.Database;
import io.daybreak.imports.testing.Person;
import io.daybreak.imports.testing.Person.Accepted;
import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Batches of long ago, made old by hand. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class OldBatchesTest {

  @Inject OldBatches old;
  @Inject BlockingSql sql;
  @Inject Database database;

  private final Person person = Person.marketer();

  @Test
  void oldBatchesGoOnceNoneOfTheirRunsIsLeft() {
    String customerId = newCustomerId();
    UUID key = person.registerKey(customerId);
    Accepted run = person.define(key, customerId, newSpreadsheetId());
    batch("1999-01-01", 451, key);
    batch("1999-01-02", 451, key);
    batch("1999-01-03", 449, key);
    database.change("update run set batch_date = '1999-01-02' where id = ?", run.runId());

    sql.changed(old.statement(), old.age(), 500);

    assertThat(database.column("select date from batch where date < '1999-02-01' order by date"))
        .containsExactly("1999-01-02", "1999-01-03");
    assertThat(
            database.column(
                "select batch_date from batch_key where api_key_id = ? order by batch_date", key))
        .containsExactly("1999-01-02", "1999-01-03");
  }

  private void batch(String date, int daysAgo, UUID key) {
    database.change(
        """
        insert into batch (date, started_by, started_at)
        values (?::date, 'test', now() - make_interval(days => ?))
        """,
        date,
        daysAgo);
    database.change(
        """
        insert into batch_key (batch_date, api_key_id, runs, plan_calls, plan_rows, expected_end)
        values (?::date, ?, 1, 1, 1, now())
        """,
        date,
        key);
  }
}
