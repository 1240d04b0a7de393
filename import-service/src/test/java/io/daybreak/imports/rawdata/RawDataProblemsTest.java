package io.daybreak.imports.rawdata;

import static io.daybreak.imports.testing.Person.newCustomerId;
import static io.daybreak.imports.testing.Person.newSpreadsheetId;
import static io.daybreak.imports.testing.ProblemAnswer.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.imports.testing.FakeSheets;
import io.daybreak.imports.testing.Person;
import io.daybreak.imports.testing.Person.Accepted;
import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What cannot be done gets a clear answer, and nothing is stored. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class RawDataProblemsTest {

  @Inject FakeSheets sheets;

  private final Person person = Person.marketer();
  private final String customerId = newCustomerId();
  private UUID key;

  @BeforeEach
  void aKey() {
    key = person.registerKey(customerId);
  }

  @Test
  void aTabBelongsToOneSet() {
    String spreadsheetId = newSpreadsheetId();
    Accepted first = person.define(key, customerId, spreadsheetId);
    Map<String, Object> address = new HashMap<>(Person.set(key, customerId, spreadsheetId));
    address.put(
        "spreadsheet", "https://docs.google.com/spreadsheets/d/" + spreadsheetId + "/edit#gid=0");

    problem(post(null, address), 409, "raw-data-exists");

    person.request().delete("/api/raw-data/" + first.id()).then().statusCode(204);
    post(null, address).then().statusCode(202);
  }

  @Test
  void somebodyElsesKeyIsLikeNoKey() {
    Person stranger = Person.marketer();

    problem(
        stranger
            .request()
            .body(Person.set(key, customerId, newSpreadsheetId()))
            .post("/api/raw-data"),
        422,
        "ad-account-unknown");
  }

  @Test
  void whatIsNoSpreadsheetIsAProblem() {
    problem(
        post(null, Person.set(key, customerId, "https://example.org/spreadsheets/d/abcdefghijkl")),
        422,
        "spreadsheet-invalid");
  }

  @Test
  void everyFieldIsCheckedAndNoValueIsEchoed() {
    Map<String, Object> body = new HashMap<>(Person.set(key, "not-a-number", newSpreadsheetId()));
    body.put("historyDays", 366);

    String answer = post(null, body).then().statusCode(400).extract().asString();

    assertThat(answer)
        .contains("historyDays")
        .contains("customerId")
        .doesNotContain("not-a-number");
  }

  @Test
  void anUnknownFormatIsAProblemThatEchoesNothing() {
    Map<String, Object> body = new HashMap<>(Person.set(key, customerId, newSpreadsheetId()));
    body.put("format", "NSA_SECRET");

    String answer = post(null, body).then().statusCode(400).extract().asString();

    assertThat(answer).doesNotContain("NSA_SECRET");
  }

  @Test
  void anUpdateWhileARunIsLiveIsAProblem() {
    problem(person.update(silent().id()), 409, "run-is-live");
  }

  private Accepted silent() {
    String spreadsheetId = newSpreadsheetId();
    sheets.silence(spreadsheetId);
    return person.define(key, customerId, spreadsheetId);
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
}
