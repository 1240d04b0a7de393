package io.daybreak.imports.run;

import static io.daybreak.imports.testing.Person.newCustomerId;
import static io.daybreak.imports.testing.Person.newSpreadsheetId;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.contracts.sheet.ChangedDay;
import io.daybreak.contracts.sheet.RowsWritten;
import io.daybreak.contracts.sheet.RunFailed;
import io.daybreak.contracts.sheet.SheetEvent;
import io.daybreak.contracts.sheet.TabFinished;
import io.daybreak.contracts.sheet.TabPrepared;
import io.daybreak.contracts.sheet.TemplateStarted;
import io.daybreak.contracts.sheet.TemplateTrouble;
import io.daybreak.imports.testing.Database;
import io.daybreak.imports.testing.FakeSheets;
import io.daybreak.imports.testing.Person;
import io.daybreak.imports.testing.Person.Accepted;
import io.daybreak.kit.queue.MessageHandler;
import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events as sheet-service would send them, some twice, some too late, some out of order. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class RunEventsTest {

  @Inject MessageHandler<SheetEvent> events;
  @Inject FakeSheets sheets;
  @Inject Database database;

  private final Person person = Person.marketer();
  private UUID setId;
  private UUID runId;

  @BeforeEach
  void aRunInCreatingThatNoWorkerTakes() {
    String customerId = newCustomerId();
    String spreadsheetId = newSpreadsheetId();
    sheets.silence(spreadsheetId);
    Accepted accepted = person.define(person.registerKey(customerId), customerId, spreadsheetId);
    setId = accepted.id();
    runId = accepted.runId();
    database.change("update run set executor = 'JOB' where id = ?", runId);
  }

  @Test
  void eachEventMovesTheRunOneStep() {
    tell(new TabPrepared(runId));
    assertThat(person.code(setId)).isEqualTo(4);

    allFetched(100);
    tell(new RowsWritten(runId, 40));
    assertThat(written()).isEqualTo(40);

    tell(new TemplateStarted(runId));
    assertThat(person.code(setId)).isEqualTo(6);

    tell(new TabFinished(runId, 500));
    assertThat(person.code(setId)).isEqualTo(7);
    assertThat(written()).isEqualTo(100);
    assertThat(log()).containsExactly("1", "3", "4", "5", "6", "7");
  }

  @Test
  void anEventSeenTwiceChangesNothing() {
    tell(new TabPrepared(runId), new TabPrepared(runId));
    allFetched(100);
    tell(new TemplateStarted(runId), new TemplateStarted(runId));
    tell(new TabFinished(runId, 100), new TabFinished(runId, 7));
    tell(new RunFailed(runId, FailureCode.SHEET_TIMEOUT, "Too late."));

    assertThat(person.code(setId)).isEqualTo(7);
    assertThat(log()).containsExactly("1", "3", "4", "5", "6", "7");
    assertThat(database.column("select tab_rows from run where id = ?", runId))
        .containsExactly("100");
  }

  @Test
  void eventsOutOfOrderChangeNothing() {
    tell(new TabFinished(runId, 100), new TemplateStarted(runId));
    assertThat(person.code(setId)).isEqualTo(3);

    tell(new TabPrepared(runId));
    tell(new TabFinished(runId, 100), new TemplateStarted(runId));
    assertThat(person.code(setId)).isEqualTo(4);
    assertThat(log()).containsExactly("1", "3", "4");
  }

  @Test
  void progressNeverGoesBack() {
    tell(new TabPrepared(runId));
    tell(new RowsWritten(runId, 40), new RowsWritten(runId, 20));

    assertThat(written()).isEqualTo(40);
  }

  @Test
  void aFailureInTheSheetEndsTheRunWithItsReasonOnce() {
    tell(new RunFailed(runId, FailureCode.SHEET_NOT_SHARED, "Share the spreadsheet."));
    tell(new RunFailed(runId, FailureCode.SHEET_NOT_FOUND, "Another reason."));
    tell(new TabPrepared(runId));

    assertThat(person.code(setId)).isZero();
    assertThat(database.column("select failure_reason from run where id = ?", runId))
        .containsExactly("Share the spreadsheet.");
    assertThat(log()).containsExactly("1", "3", "0");
  }

  @Test
  void anEventOfAnUnknownRunIsNoError() {
    tell(new TabPrepared(UUID.randomUUID()), new TabFinished(UUID.randomUUID(), 1));
  }

  @Test
  void theDatabaseItselfRefusesToMoveARunBack() {
    tell(new TabPrepared(runId));

    assertThatThrownBy(() -> database.change("update run set state = 3 where id = ?", runId))
        .hasMessageContaining("cannot go from state 4 to 3");
    assertThatThrownBy(() -> database.change("update run set state = 2 where id = ?", runId))
        .hasMessageContaining("cannot go from state 4 to 2");
  }

  @Test
  void theTabsIdIsKnownToTheNextRun() {
    tell(new TabPrepared(runId));
    allFetched(100);
    tell(new TabFinished(runId, 100, 4711, null, null));

    assertThat(database.number("select tab_id from raw_data where id = ?", setId)).isEqualTo(4711);
  }

  @Test
  void aTabThatIsGoneGetsItsDaysBackInTheSameStep() {
    database.change("update run set first_day = last_day - 6, plan_rows = 70 where id = ?", runId);
    LocalDate last =
        LocalDate.parse(database.column("select last_day from run where id = ?", runId).get(0));

    tell(
        new TabPrepared(runId, last.minusDays(99)),
        new TabPrepared(runId, last.minusDays(150)),
        new TabPrepared(runId));

    assertThat(person.code(setId)).isEqualTo(4);
    assertThat(database.number("select last_day - first_day + 1 from run where id = ?", runId))
        .isEqualTo(100);
    assertThat(database.number("select plan_rows from run where id = ?", runId)).isEqualTo(1000);
    assertThat(database.column("select note from run_log where run_id = ? and state = 4", runId))
        .singleElement(as(STRING))
        .contains(last.minusDays(99).toString());
  }

  @Test
  void daysThatTheTabWouldNotNeedAreNotLeftOut() {
    long days = database.number("select last_day - first_day + 1 from run where id = ?", runId);
    LocalDate last =
        LocalDate.parse(database.column("select last_day from run where id = ?", runId).get(0));

    tell(new TabPrepared(runId, last));

    assertThat(database.number("select last_day - first_day + 1 from run where id = ?", runId))
        .isEqualTo(days);
  }

  @Test
  void daysWhoseRowsPeopleChangedAreTold() {
    LocalDate day = LocalDate.of(2026, 11, 3);
    tell(new TabPrepared(runId));
    allFetched(100);
    tell(new TabFinished(runId, 100, 1, List.of(new ChangedDay(day, 150, 149)), null));

    person
        .request()
        .get("/api/raw-data/" + setId + "/logs")
        .then()
        .statusCode(200)
        .body("items[0].changedDays[0].day", equalTo("2026-11-03"))
        .body("items[0].changedDays[0].written", equalTo(150))
        .body("items[0].changedDays[0].found", equalTo(149));
    assertThat(database.column("select note from run_log where run_id = ? and state = 7", runId))
        .singleElement(as(STRING))
        .contains("2026-11-03 (149 of 150)");
  }

  @Test
  void aTemplateThatIsNotWholeIsToldAndTheRunSucceeds() {
    tell(new TabPrepared(runId));
    allFetched(100);
    tell(
        new TabFinished(
            runId,
            100,
            1,
            List.of(),
            new TemplateTrouble(
                FailureCode.SHEET_TEMPLATE_INCOMPLETE, "See the cells.", List.of("'요약'!B1"))));

    for (String run : List.of("logs|items[0].", "status|")) {
      String at = run.substring(run.indexOf('|') + 1);
      person
          .request()
          .get("/api/raw-data/" + setId + "/" + run.substring(0, run.indexOf('|')))
          .then()
          .statusCode(200)
          .body(at + "name", equalTo("SUCCESS"))
          .body(at + "templateTrouble.code", equalTo("SHEET_TEMPLATE_INCOMPLETE"))
          .body(at + "templateTrouble.cells[0]", equalTo("'요약'!B1"));
    }
  }

  @Test
  void allDaysAnewGoAsFarBackAsTheSetEverWent() {
    tell(new TabPrepared(runId));
    allFetched(100);
    tell(new TabFinished(runId, 100));
    database.change("update run set first_day = last_day - 99 where id = ?", runId);

    person.request().post("/api/raw-data/" + setId + "/update?days=all").then().statusCode(202);

    assertThat(
            database.number(
                "select last_day - first_day + 1 from run where raw_data_id = ? order by"
                    + " queue_number desc limit 1",
                setId))
        .isEqualTo(100);
  }

  @Test
  void anUnknownChoiceOfDaysIsRefused() {
    person
        .request()
        .post("/api/raw-data/" + setId + "/update?days=some")
        .then()
        .statusCode(400)
        .body("type", containsString("update-days-invalid"));
  }

  private void tell(SheetEvent... told) {
    List.of(told).forEach(events::handle);
  }

  private void allFetched(long rows) {
    database.change("update run set state = 5, rows_fetched = ? where id = ?", rows, runId);
    database.change("insert into run_log (run_id, state) values (?, 5)", runId);
  }

  private long written() {
    return database.number("select rows_written from run where id = ?", runId);
  }

  private List<String> log() {
    return database.column("select state from run_log where run_id = ? order by id", runId);
  }
}
