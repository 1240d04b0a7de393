package io.daybreak.imports.rawdata;

import static io.daybreak.imports.testing.Person.newCustomerId;
import static io.daybreak.imports.testing.Person.newSpreadsheetId;
import static io.daybreak.imports.testing.ProblemAnswer.problem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.daybreak.imports.testing.FakeSheets;
import io.daybreak.imports.testing.Person;
import io.daybreak.imports.testing.Person.Accepted;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sees what. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class OwnershipTest {

  @Inject FakeSheets sheets;

  private final Person owner = Person.marketer();
  private final Person stranger = Person.marketer();
  private Accepted accepted;

  @BeforeEach
  void aSetOfSomebody() {
    String customerId = newCustomerId();
    String spreadsheetId = newSpreadsheetId();
    sheets.silence(spreadsheetId);
    UUID key = owner.registerKey(customerId);
    accepted = owner.define(key, customerId, spreadsheetId);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/status", "/logs", "/days"})
  void whatIsSomebodyElsesIsNotThere(String path) {
    String address = "/api/raw-data/" + accepted.id() + path;

    problem(stranger.request().get(address), 404, "raw-data-not-found");
    owner.request().get(address).then().statusCode(200);
    Person.operator().request().get(address).then().statusCode(200);
  }

  @Test
  void whatIsSomebodyElsesCannotBeChanged() {
    String address = "/api/raw-data/" + accepted.id();

    problem(stranger.cancel(accepted.id()), 404, "raw-data-not-found");
    problem(stranger.update(accepted.id()), 404, "raw-data-not-found");
    problem(stranger.request().delete(address), 404, "raw-data-not-found");
    problem(
        stranger.request().body(Map.of("enabled", false)).put(address + "/schedule"),
        404,
        "raw-data-not-found");
  }

  @Test
  void listsLeaveOutWhatIsSomebodyElses() {
    stranger.request().get("/api/raw-data").then().statusCode(200).body("items", empty());
    stranger
        .request()
        .get("/api/raw-data/status?ids=" + accepted.id())
        .then()
        .statusCode(200)
        .body("$", empty());
    owner.request().get("/api/raw-data").then().body("items", hasSize(1));
    Person.operator()
        .request()
        .get("/api/raw-data?q=" + "nothing")
        .then()
        .statusCode(200)
        .body("total", equalTo(0));
  }

  @Test
  void onlyServicesAndOperatorsSynchroniseAndStartBatches() {
    String sync = "/api/raw-data/" + accepted.id() + "/sync";

    owner.request().post(sync).then().statusCode(403);
    owner.request().post("/api/batches/morning").then().statusCode(403);
    Person.service().request().post(sync).then().statusCode(200);
    Person.operator().request().post(sync).then().statusCode(200);
    Person.service().request().get("/api/raw-data").then().statusCode(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/raw-data",
        "/api/raw-data/status?ids=00000000-0000-0000-0000-000000000000",
        "/api/raw-data/events",
        "/api/api-keys",
        "/api/batches"
      })
  void withoutAValidTokenNothingIsAnswered(String path) {
    given().get(path).then().statusCode(401);
    given()
        .auth()
        .oauth2(Tokens.expired(owner.name(), "marketer"))
        .get(path)
        .then()
        .statusCode(401);
  }
}
