package io.daybreak.imports.run;

import static io.daybreak.imports.testing.Person.newCustomerId;
import static io.daybreak.imports.testing.Person.newSpreadsheetId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.imports.testing.Database;
import io.daybreak.imports.testing.FakeSheets;
import io.daybreak.imports.testing.Person;
import io.daybreak.imports.testing.Person.Accepted;
import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many keys, and a sheet writer that takes little. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@TestProfile(RunAdmissionTest.NarrowWriter.class)
class RunAdmissionTest {

  private static final int KEYS = 20;
  private static final int SETS_OF_EACH = 3;
  private static final int CAPACITY = 20;

  private static final String LIVE_WRITES =
      "select coalesce(sum(writes_left(run)), 0)::bigint from run where state between 3 and 6";

  /** Writes down what is live whenever a run's state changes. */
  private static final List<String> WATCH =
      List.of(
          "create table seen_writes (writes bigint not null)",
          "create function see_writes() returns trigger language plpgsql as $$ begin"
              + " insert into seen_writes "
              + LIVE_WRITES
              + "; return null; end $$",
          "create trigger see_writes after update of state on run for each statement"
              + " execute function see_writes()");

  @Inject Database database;
  @Inject FakeSheets sheets;
  @Inject RunQueue queue;
  @Inject RunSweep sweep;

  private final Person person = Person.marketer();

  @BeforeEach
  void nothingElseRuns() {
    database.change("update raw_data set schedule_enabled = false");
    database.change(
        "update run set state = 0, ended_at = now(), failure_code = 'CANCELLED',"
            + " failure_reason = 'x', claimed_by = null, claimed_until = null"
            + " where state between 1 and 6");
  }

  @Test
  void aBatchOfManyKeysSucceedsWithinWhatTheWriterTakesAndKeysTakeTurns() {
    for (int key = 0; key < KEYS; key++) {
      String customerId = newCustomerId();
      UUID keyId = person.registerKey(customerId);
      for (int set = 0; set < SETS_OF_EACH; set++) {
        person.define(keyId, customerId, newSpreadsheetId());
      }
    }
    await("the first imports")
        .atMost(Duration.ofMinutes(2))
        .until(() -> number("select count(*) from run where state between 1 and 6") == 0);
    database.change("update api_key set last_promoted_at = null");

    WATCH.forEach(database::change);
    Person.service().request().post("/api/batches/morning").then().statusCode(202);
    await("the batch's end")
        .atMost(Duration.ofMinutes(2))
        .until(() -> number("select count(*) from run where state between 1 and 6") == 0);

    assertThat(number("select count(*) from run where trigger = 'BATCH' and state = 7"))
        .isEqualTo(KEYS * SETS_OF_EACH);
    assertThat(number("select max(writes) from seen_writes")).isBetween(1L, (long) CAPACITY);
    // Those who start runs race, so turns are not exact; without turns it would be a third.
    assertThat(firstStarts())
        .as("keys among the first %d starts", KEYS)
        .isGreaterThan(KEYS / SETS_OF_EACH + 1);
  }

  @Test
  void aPersonsRunStartsThoughTheBatchFillsTheWriter() {
    while (number(LIVE_WRITES) < CAPACITY) {
      silent();
    }
    database.change(
        "insert into batch (date, started_by) values ('2031-01-01', 'test') on conflict do nothing");
    database.change(
        "update run set trigger = 'BATCH', batch_date = '2031-01-01' where state between 1 and 6");

    Accepted wanted = silent();

    assertThat(person.code(wanted.id())).as("CREATING").isEqualTo(3);
  }

  @Test
  void aRunIsNotLostBeforeTheWriterCouldComeToIt() {
    for (int key = 0; key < CAPACITY; key++) {
      silent();
    }
    long writes = number("select sum(writes_left(run))::bigint from run where state = 3");
    database.change(
        "update run set last_event_at = now() where id = (select id from run where state = 1 limit 1)");
    String waited =
        "update run set state_since = now() - make_interval(secs => %s) where state = 3";

    database.change(waited.formatted("1800 + 1.5 * " + (writes - 10)));
    sweep.sweep().await().indefinitely();
    assertThat(lost()).isZero();

    database.change(waited.formatted("1800 + 1.5 * " + (writes + 10)));
    sweep.sweep().await().indefinitely();
    assertThat(lost()).isPositive();
  }

  @AfterEach
  void watchNoMore() {
    database.change("drop table if exists seen_writes");
    database.change("drop function if exists see_writes cascade");
  }

  private Accepted silent() {
    String customerId = newCustomerId();
    String spreadsheetId = newSpreadsheetId();
    sheets.silence(spreadsheetId);
    return person.define(person.registerKey(customerId), customerId, spreadsheetId);
  }

  private long lost() {
    return number("select count(*) from run where failure_code = 'WRITER_LOST'");
  }

  /** How many keys the first starts of the batch were for. */
  private long firstStarts() {
    return number(
        """
        select count(distinct api_key_id) from (
          select run.api_key_id from run_log join run on run.id = run_log.run_id
          where run_log.state = 3 and run.trigger = 'BATCH' and run.state = 7
          order by run_log.id limit %d) first
        """
            .formatted(KEYS));
  }

  private long number(String sql) {
    return database.number(sql);
  }

  /** 40 writes a minute, of which half a minute's may be outstanding. */
  public static class NarrowWriter implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("daybreak.plan.writes-per-minute", "40", "daybreak.runs.writes-ahead", "PT30S");
    }
  }
}
