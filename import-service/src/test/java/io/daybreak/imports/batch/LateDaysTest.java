package io.daybreak.imports.batch;

import static io.daybreak.imports.testing.Person.newCustomerId;
import static io.daybreak.imports.testing.Person.newSpreadsheetId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.imports.run.RunFailure;
import io.daybreak.imports.testing.Database;
import io.daybreak.imports.testing.FakeImport;
import io.daybreak.imports.testing.MovableClock;
import io.daybreak.imports.testing.Person;
import io.daybreak.imports.testing.Person.Accepted;
import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Days that NAVER had not finished are fetched again by themselves. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class LateDaysTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject LateDays lateDays;
  @Inject FakeImport imports;
  @Inject Database database;
  @Inject MovableClock clock;

  private final Person person = Person.marketer();
  private final String customerId = newCustomerId();
  private final LocalDate yesterday = LocalDate.now(ZoneId.of("Asia/Seoul")).minusDays(1);
  private Accepted set;

  @BeforeEach
  void aSetThatLacksYesterday() {
    clock.moveTo(yesterday.plusDays(1), LocalTime.of(8, 0));
    // sets of other tests have nothing to wait for
    database.change("update run set missing_days = '{}', doubtful_days = '{}'");
    set = person.define(person.registerKey(customerId), customerId, newSpreadsheetId());
    succeeds();
    lacks(yesterday, "LATE", "missing_days");
  }

  @Test
  void theDayIsFetchedAgainAfterAWhileAndNotAtOnce() {
    assertThat(again()).isZero();

    endedAgo("11 minutes");

    assertThat(again()).isEqualTo(1);
    succeeds();
    status()
        .body("trigger", equalTo("LATE_DAY"))
        .body("days", equalTo(1))
        .body("missingDays.size()", equalTo(0));
  }

  @Test
  void theIntervalGrows() {
    endedAgo("11 minutes");
    again();
    succeeds();
    lacks(yesterday, "LATE", "missing_days");
    endedAgo("11 minutes");
    assertThat(again()).isZero();

    endedAgo("16 minutes");

    assertThat(again()).isEqualTo(1);
    succeeds();
  }

  @Test
  void aDoubtfulDayInTheMiddleIsFetchedFromThatDayOn() {
    database.change("update run set missing_days = '{}' where id = ?", newest());
    database.change("update run_day set outcome = 'READ' where run_id = ?", newest());
    lacks(yesterday.minusDays(3), "DOUBTFUL", "doubtful_days");
    status().body("doubtfulDays", contains(yesterday.minusDays(3).toString()));
    endedAgo("11 minutes");

    assertThat(again()).isEqualTo(1);

    succeeds();
    status().body("days", equalTo(4));
  }

  @Test
  void fromAnHourOnItIsGivenUpAndSaidOnce() {
    endedAgo("11 minutes");
    clock.moveTo(yesterday.plusDays(1), LocalTime.of(14, 0));

    assertThat(again()).isZero();
    assertThat(again()).isZero();

    assertThat(
            database.number(
                "select count(*) from run_log where run_id = ? and note like '%' || ? || ' at 14:00%'",
                newest(), yesterday.toString()))
        .isEqualTo(1);
  }

  @Test
  void theFailedAndTheIncompleteSetsOfABatchAreStartedAgainOnce() {
    LocalDate date = yesterday.plusDays(1);
    database.change(
        "insert into batch (date, started_by) values (?, 'test') on conflict do nothing", date);
    database.change(
        "update run set trigger = 'BATCH', batch_date = ? where id = ?", date, newest());
    imports.gate(customerId);
    Person operator = Person.operator();

    operator.request().post("/api/batches/" + date + "/failed").then().statusCode(202);
    operator.request().post("/api/batches/" + date + "/failed").then().statusCode(202);

    assertThat(
            database.number(
                "select count(*) from run where raw_data_id = ? and batch_date = ?",
                set.id(),
                date))
        .isEqualTo(2);
    person.cancel(set.id()).then().statusCode(200);
  }

  @Test
  void whatFailedIsStartedAgainAndWhatAPersonCancelledIsNot() {
    LocalDate date = yesterday.plusDays(1);
    database.change(
        "insert into batch (date, started_by) values (?, 'test') on conflict do nothing", date);
    imports.of(
        customerId,
        (run, progress) -> {
          throw new RunFailure(FailureCode.NAVER_UNAVAILABLE, "NAVER is down.");
        });
    person.update(set.id()).then().statusCode(202);
    await("the run fails").atMost(PATIENCE).until(() -> person.code(set.id()) == 0);
    database.change(
        "update run set trigger = 'BATCH', batch_date = ? where id = ?", date, newest());
    UUID failed = newest();

    Person.operator().request().post("/api/batches/" + date + "/failed").then().statusCode(202);

    assertThat(newest()).isNotEqualTo(failed);
    await("the run fails").atMost(PATIENCE).until(() -> person.code(set.id()) == 0);
  }

  private int again() {
    return lateDays.again().await().atMost(PATIENCE);
  }

  private void succeeds() {
    await("the import succeeds").atMost(PATIENCE).until(() -> person.code(set.id()) == 7);
  }

  private ValidatableResponse status() {
    return person.request().get("/api/raw-data/" + set.id() + "/status").then().statusCode(200);
  }

  private UUID newest() {
    return person
        .request()
        .get("/api/raw-data/" + set.id() + "/status")
        .then()
        .extract()
        .jsonPath()
        .getUUID("runId");
  }

  private void lacks(LocalDate day, String outcome, String column) {
    database.change("update run set " + column + " = array[?]::date[] where id = ?", day, newest());
    database.change(
        "insert into run_day (run_id, day, rows, outcome) values (?, ?, 0, ?)"
            + " on conflict (run_id, day) do update set outcome = excluded.outcome",
        newest(),
        day,
        outcome);
  }

  private void endedAgo(String interval) {
    database.change(
        "update run set ended_at = now() - interval '" + interval + "' where id = ?", newest());
  }
}
