package io.daybreak.imports.rawdata;

import static io.daybreak.imports.testing.Person.newCustomerId;
import static io.daybreak.imports.testing.Person.newSpreadsheetId;
import static io.daybreak.imports.testing.ProblemAnswer.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.imports.testing.Database;
import io.daybreak.imports.testing.Person;
import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A repeated POST does nothing more. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class IdempotencyKeyTest {

  @Inject Database database;

  private final Person person = Person.marketer();
  private final String customerId = newCustomerId();
  private UUID key;

  @BeforeEach
  void aKey() {
    key = person.registerKey(customerId);
  }

  @Test
  void theSameIdempotencyKeyWithTheSameBodyGetsTheSameAnswer() {
    Map<String, Object> body = Person.set(key, customerId, newSpreadsheetId());

    List<String> answers =
        IntStream.range(0, 6)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> post("once", body)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .map(answer -> answer.then().statusCode(202).extract().asString())
            .toList();

    assertThat(answers).hasSize(6).containsOnly(answers.get(0));
    assertThat(database.number("select count(*) from raw_data where api_key_id = ?", key))
        .isEqualTo(1);
  }

  @Test
  void theSameIdempotencyKeyOfAnotherOwnerIsAnotherKey() {
    post("mine", Person.set(key, customerId, newSpreadsheetId())).then().statusCode(202);
    Person other = Person.marketer();
    UUID otherKey = other.registerKey(customerId);

    other
        .request()
        .header("Idempotency-Key", "mine")
        .body(Person.set(otherKey, customerId, newSpreadsheetId()))
        .post("/api/raw-data")
        .then()
        .statusCode(202);
  }

  @Test
  void theSameIdempotencyKeyWithAnotherBodyIsAProblem() {
    post("changed", Person.set(key, customerId, newSpreadsheetId())).then().statusCode(202);

    problem(
        post("changed", Person.set(key, customerId, newSpreadsheetId())),
        422,
        "idempotency-key-reused");
  }

  @Test
  void aProblemDoesNotUseUpTheIdempotencyKey() {
    String spreadsheetId = newSpreadsheetId();
    problem(post("again", Person.set(key, "1", spreadsheetId)), 422, "ad-account-unknown");

    post("again", Person.set(key, customerId, spreadsheetId)).then().statusCode(202);
  }

  @Test
  void aKeyOfWhichNothingIsLeftIsAProblem() {
    problem(
        post(" ".repeat(3) + "x".repeat(300), Person.set(key, customerId, newSpreadsheetId())),
        400,
        "idempotency-key-invalid");
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
