package io.daybreak.imports.rawdata;

import static io.daybreak.imports.testing.Person.newCustomerId;
import static io.daybreak.imports.testing.Person.newSpreadsheetId;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.contracts.queue.Queue;
import io.daybreak.imports.testing.Database;
import io.daybreak.imports.testing.FakeSheets;
import io.daybreak.imports.testing.Person;
import io.daybreak.imports.testing.Person.Accepted;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.testing.QueueProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events of sheet-service that died on their queue. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class DeadEventTest {

  @Inject FakeSheets sheets;
  @Inject Database database;

  private final Person person = Person.marketer();
  private UUID setId;
  private UUID runId;

  @BeforeEach
  void aRunInCreating() {
    String customerId = newCustomerId();
    String spreadsheetId = newSpreadsheetId();
    sheets.silence(spreadsheetId);
    Accepted accepted = person.define(person.registerKey(customerId), customerId, spreadsheetId);
    setId = accepted.id();
    runId = accepted.runId();
  }

  @Test
  void aRunThatLostAnEventEndsAndItsSetIsStartedAgainOnce() {
    dies("TabPrepared", "{\"runId\":\"%s\"}", runId);

    await("a new run").atMost(ofSeconds(20)).until(() -> runs().size() == 2);
    assertThat(runs()).containsExactly("0 PERSON MESSAGE_LOST", "3 DEAD_LETTER null");
    UUID second = newest();

    dies("TabPrepared", "{\"runId\":\"%s\"}", runId);
    dies("TabPrepared", "{\"runId\":\"%s\"}", second);

    await("the letters")
        .atMost(ofSeconds(20))
        .until(() -> outcomes(runId).size() == 2 && outcomes(second).size() == 1);
    assertThat(runs()).containsExactly("0 PERSON MESSAGE_LOST", "0 DEAD_LETTER MESSAGE_LOST");
    assertThat(outcomes(runId))
        .contains(
            "SYNCED Nothing to do: the run does not wait for this event; it had it, or has ended");
    assertThat(outcomes(second))
        .containsExactly("SYNCED The run cannot go on without the event, and has ended");
  }

  /** Its deletion failed, or its holder was paused: it was handled all the same. */
  @Test
  void anEventThatWasHandledEndsNothing() {
    database.change("update run set state = 4 where id = ?", runId);

    dies("TabPrepared", "{\"runId\":\"%s\"}", runId);

    await("the letter").atMost(ofSeconds(20)).until(() -> outcomes(runId).size() == 1);
    assertThat(outcomes(runId).get(0)).startsWith("SYNCED Nothing to do");
    assertThat(runs()).containsAnyOf("4 PERSON null", "5 PERSON null").hasSize(1);

    Person.operator()
        .request()
        .post("/api/raw-data/" + setId + "/sync?runId=" + runId)
        .then()
        .statusCode(200);
    assertThat(runs()).containsAnyOf("4 PERSON null", "5 PERSON null").hasSize(1);
  }

  @Test
  void aRunWhoseRowsArePublishedSucceedsThoughTheEventDied() {
    database.change("update run set state = 5, rows_fetched = 9 where id = ?", runId);

    dies("TabFinished", "{\"runId\":\"%s\",\"tabRows\":9}", runId);

    await("the letter").atMost(ofSeconds(20)).until(() -> outcomes(runId).size() == 1);
    assertThat(runs()).containsExactly("7 PERSON null");
    assertThat(outcomes(runId).get(0)).contains("the run has succeeded");
  }

  @Test
  void aProgressEventThatDiedEndsNothing() {
    dies("RowsWritten", "{\"runId\":\"%s\",\"rowsWritten\":7}", runId);

    await("the letter").atMost(ofSeconds(20)).until(() -> outcomes(runId).size() == 1);
    assertThat(outcomes(runId).get(0)).startsWith("SYNCED Nothing to do");
    assertThat(runs()).containsExactly("3 PERSON null");
  }

  @Test
  void aFailureThatDiedEndsTheRunWithItsReason() {
    dies(
        "RunFailed",
        "{\"runId\":\"%s\",\"code\":\"SHEET_NOT_SHARED\",\"reason\":\"Share it.\"}",
        runId);

    await("the end").atMost(ofSeconds(20)).until(() -> person.code(setId) == 0);
    assertThat(runs()).containsExactly("0 PERSON SHEET_NOT_SHARED");
  }

  @Test
  void thePersonInChargeCanSynchroniseAsWell() {
    String sync = "/api/raw-data/" + setId + "/sync?runId=" + runId;
    person.request().post(sync).then().statusCode(403);

    Person.operator().request().post(sync).then().statusCode(200);
    Person.operator().request().post(sync).then().statusCode(200);

    assertThat(runs()).containsExactly("0 PERSON MESSAGE_LOST", "3 DEAD_LETTER null");
  }

  private static void dies(String type, String body, UUID run) {
    try (QueueProbe probe = new QueueProbe()) {
      probe.putDeadLetter(Queue.SHEET_EVENTS, run.toString(), type, body.formatted(run));
    }
  }

  private List<String> runs() {
    return database.column(
        "select concat_ws(' ', state, trigger, coalesce(failure_code, 'null')) from run"
            + " where raw_data_id = ? order by queue_number",
        setId);
  }

  private UUID newest() {
    return UUID.fromString(
        database.column("select newest_run_id from raw_data where id = ?", setId).get(0));
  }

  private List<String> outcomes(UUID run) {
    return database.column(
        "select state || ' ' || outcome from dead_letter"
            + " where body like '%' || ? || '%' and outcome is not null",
        run.toString());
  }
}
