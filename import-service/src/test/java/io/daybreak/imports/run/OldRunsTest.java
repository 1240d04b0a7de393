package io.daybreak.imports.run;

import static io.daybreak.imports.testing.Person.newCustomerId;
import static io.daybreak.imports.testing.Person.newSpreadsheetId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.imports.testing.Database;
import io.daybreak.imports.testing.FakeImport;
import io.daybreak.imports.testing.Person;
import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs of long ago, made old by hand. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class OldRunsTest {

  private static final int OLD = 451;
  private static final int YOUNG = 449;

  @Inject OldRuns old;
  @Inject BlockingSql sql;
  @Inject FakeImport imports;
  @Inject Database database;

  private final Person person = Person.marketer();
  private final String customerId = newCustomerId();
  private UUID setId;

  @BeforeEach
  void aSet() {
    setId = person.define(person.registerKey(customerId), customerId, newSpreadsheetId()).id();
    awaitEnd(RunState.SUCCESS);
  }

  @Test
  void oldRunsGoWithTheirLogAndTheirDays() {
    UUID replaced = newest();
    UUID failed = failing();
    UUID young = next();
    UUID last = next();
    age(replaced, OLD);
    age(failed, OLD);
    age(young, YOUNG);

    sweep();

    assertThat(runs()).containsExactly(young.toString(), last.toString());
    assertThat(belongings(replaced)).isZero();
    assertThat(belongings(failed)).isZero();
    assertThat(belongings(last)).isPositive();
  }

  @Test
  void theNewestRunAndTheLastSuccessStayHoweverOldTheyAre() {
    UUID success = newest();
    UUID failed = failing();
    UUID newest = failing();
    List.of(success, failed, newest).forEach(run -> age(run, 10 * OLD));

    sweep();

    assertThat(runs()).containsExactly(success.toString(), newest.toString());
    assertThat(person.update(setId).statusCode()).isEqualTo(202);
    assertThat(database.column("select kind from run where id = ?", newest()))
        .as("what a set without any success would not be")
        .containsExactly("UPDATE");
  }

  private void sweep() {
    sql.changed(old.statement(), old.age(), 500);
  }

  private UUID next() {
    imports.of(customerId, (run, progress) -> FakeImport.tenRows(progress));
    return updated(RunState.SUCCESS);
  }

  private UUID failing() {
    imports.of(
        customerId,
        (run, progress) -> {
          throw new RunFailure(FailureCode.NAVER_TIMEOUT, "NAVER took longer than 30 seconds.");
        });
    return updated(RunState.FAILED);
  }

  private UUID updated(RunState end) {
    assertThat(person.update(setId).statusCode()).isEqualTo(202);
    awaitEnd(end);
    return newest();
  }

  private void awaitEnd(RunState end) {
    await("the run ends")
        .atMost(Duration.ofSeconds(20))
        .until(() -> person.code(setId) == end.code());
  }

  private UUID newest() {
    return UUID.fromString(
        database.column("select newest_run_id from raw_data where id = ?", setId).get(0));
  }

  private void age(UUID run, int days) {
    database.change(
        "update run set ended_at = now() - make_interval(days => ?) where id = ?", days, run);
  }

  private List<String> runs() {
    return database.column("select id from run where raw_data_id = ? order by queue_number", setId);
  }

  private long belongings(UUID run) {
    return database.number(
        """
        select (select count(*) from run_log where run_id = ?)
             + (select count(*) from run_day where run_id = ?)
        """,
        run,
        run);
  }
}
