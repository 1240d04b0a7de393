package io.daybreak.imports.rawdata;

import static io.daybreak.imports.testing.Person.newCustomerId;
import static io.daybreak.imports.testing.Person.newSpreadsheetId;
import static io.daybreak.imports.testing.ProblemAnswer.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.daybreak.imports.testing.Database;
import io.daybreak.imports.testing.FakeSheets;
import io.daybreak.imports.testing.Person;
import io.daybreak.imports.testing.Person.Accepted;
import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class RawDataTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject FakeSheets sheets;
  @Inject Database database;

  private final Person person = Person.marketer();
  private final String customerId = newCustomerId();
  private UUID key;

  @BeforeEach
  void aKey() {
    key = person.registerKey(customerId);
  }

  @Test
  void theAnswerComesAtOnceWithThePlan() {
    person
        .request()
        .body(Person.set(key, customerId, newSpreadsheetId()))
        .post("/api/raw-data")
        .then()
        .statusCode(202)
        .body("code", equalTo(3))
        .body("name", equalTo("CREATING"))
        .body("position", nullValue())
        .body("plan.days", equalTo(30))
        .body("plan.calls", equalTo(30 * 2 * 3 + 20))
        .body("plan.estimatedRows", equalTo(30_000))
        .body("plan.rowsBasis", equalTo("DEFAULT"))
        .body("plan.cells", equalTo(30_002 * 11))
        .body("plan.seconds", equalTo(25))
        .body("plan.waitSeconds", equalTo(0))
        .body("estimatedEnd", notNullValue());
  }

  @Test
  void aPlanIsMadeWithoutTheImport() {
    Map<String, Object> wanted = Person.set(key, customerId, newSpreadsheetId());

    person
        .request()
        .body(wanted)
        .post("/api/raw-data/plan")
        .then()
        .statusCode(200)
        .body("calls", equalTo(200))
        .body("seconds", equalTo(25));

    assertThat(database.number("select count(*) from raw_data where api_key_id = ?", key)).isZero();
    post(null, wanted).then().statusCode(202);
  }

  @Test
  void whoComesFourthWaitsAndSeesHisPlace() {
    IntStream.range(0, 3).forEach(i -> silent());

    Accepted fourth = silent();
    Accepted fifth = silent();

    assertThat(fourth.code()).isEqualTo(1);
    status(fourth).body("position", equalTo(1)).body("progress", equalTo(0.0f));
    status(fifth)
        .body("position", equalTo(2))
        .body("plan.waitSeconds", equalTo(80))
        .body("name", equalTo("CREATE_WAITING"));
  }

  @Test
  void theSecondImportIsPlannedFromTheFirst() {
    Accepted accepted = succeeded();

    person
        .update(accepted.id())
        .then()
        .statusCode(202)
        .body("plan.days", equalTo(7))
        .body("plan.rowsBasis", equalTo("SET_HISTORY"))
        .body("plan.estimatedRows", equalTo(3));
  }

  @Test
  void anUpdateReachesBackToWhatFailedRunsHaveLeftOut() {
    Accepted accepted = succeeded();
    database.change(
        "update run set first_day = first_day - 20, last_day = last_day - 20 where id = ?",
        accepted.runId());

    person.update(accepted.id()).then().statusCode(202).body("plan.days", equalTo(20));
  }

  @Test
  void aSetThatNeverSucceededGetsItsWholeHistory() {
    Accepted accepted = silent();
    person.cancel(accepted.id()).then().statusCode(200);

    person
        .update(accepted.id())
        .then()
        .statusCode(202)
        .body("plan.days", equalTo(30))
        .body("code", equalTo(3));
    person
        .request()
        .get("/api/raw-data/" + accepted.id() + "/status")
        .then()
        .body("kind", equalTo("CREATE"));
  }

  @Test
  void aSetIsDeletedWithItsLiveRun() {
    Accepted accepted = silent();

    person.request().delete("/api/raw-data/" + accepted.id()).then().statusCode(204);

    problem(person.request().get("/api/raw-data/" + accepted.id()), 404, "raw-data-not-found");
    problem(person.update(accepted.id()), 404, "raw-data-not-found");
    assertThat(database.column("select failure_code from run where id = ?", accepted.runId()))
        .containsExactly("CANCELLED");
  }

  @Test
  void theScheduleIsSwitchedAndWidened() {
    Accepted accepted = silent();

    person
        .request()
        .body(Map.of("enabled", false, "updateDays", 14))
        .put("/api/raw-data/" + accepted.id() + "/schedule")
        .then()
        .statusCode(200)
        .body("scheduleEnabled", equalTo(false))
        .body("updateDays", equalTo(14));
    person
        .request()
        .body(Map.of("enabled", true))
        .put("/api/raw-data/" + accepted.id() + "/schedule")
        .then()
        .statusCode(200)
        .body("scheduleEnabled", equalTo(true))
        .body("updateDays", equalTo(14));
  }

  @Test
  void theLogNamesEveryStateAndItsMoment() {
    Accepted accepted = succeeded();
    person.update(accepted.id()).then().statusCode(202);
    await("the update succeeds").atMost(PATIENCE).until(() -> person.code(accepted.id()) == 7);

    person
        .request()
        .get("/api/raw-data/" + accepted.id() + "/logs?size=1")
        .then()
        .statusCode(200)
        .body("total", equalTo(2))
        .body("items", hasSize(1))
        .body("items[0].kind", equalTo("UPDATE"))
        .body("items[0].tabRows", equalTo(10))
        .body("items[0].log.name", hasItem("UPDATE_WAITING"))
        .body("items[0].log.code", equalTo(List.of(2, 3, 4, 4, 5, 7)))
        .body("items[0].log[0].at", notNullValue());
  }

  @Test
  void aSyncEndsTheRunWhoseMessageDiedAndStartsTheSetAgainOnce() {
    Accepted accepted = silent();
    String path = "/api/raw-data/" + accepted.id() + "/sync";
    Person service = Person.service();

    service
        .request()
        .post(path + "?runId=" + UUID.randomUUID())
        .then()
        .statusCode(200)
        .body("code", equalTo(3));
    for (int time = 0; time < 2; time++) {
      service
          .request()
          .post(path + "?runId=" + accepted.runId())
          .then()
          .statusCode(200)
          .body("code", equalTo(3))
          .body("runId", not(accepted.runId().toString()));
    }
    assertThat(database.column("select failure_code from run where id = ?", accepted.runId()))
        .containsExactly("MESSAGE_LOST");
    assertThat(database.number("select count(*) from run where raw_data_id = ?", accepted.id()))
        .isEqualTo(2);
  }

  private Accepted silent() {
    String spreadsheetId = newSpreadsheetId();
    sheets.silence(spreadsheetId);
    return person.define(key, customerId, spreadsheetId);
  }

  private Accepted succeeded() {
    Accepted accepted = person.define(key, customerId, newSpreadsheetId());
    await("the import succeeds").atMost(PATIENCE).until(() -> person.code(accepted.id()) == 7);
    return accepted;
  }

  private Response post(String idempotencyKey, Map<String, Object> body) {
    return idempotencyKey == null
        ? person.request().body(body).post("/api/raw-data")
        : person
            .request()
            .header("Idempotency-Key", idempotencyKey)
            .body(body)
            .post("/api/raw-data");
  }

  private io.restassured.response.ValidatableResponse status(Accepted accepted) {
    return person.request().get("/api/raw-data/" + accepted.id() + "/status").then();
  }
}
