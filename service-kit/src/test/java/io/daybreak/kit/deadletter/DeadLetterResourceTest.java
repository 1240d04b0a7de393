package io.daybreak.kit.deadletter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.daybreak.kit.access.Roles;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class DeadLetterResourceTest {

  private static final String LETTERS = "/api/dead-letters/service-kit";

  @Inject DeadLetterSweep pass;
  @Inject LetterBox letters;

  @BeforeEach
  void empty() {
    letters.empty();
  }

  @Test
  void lettersAreListedByStateAndQueueWithoutTheirBodies() {
    LetterBox.deadMail();
    UUID failed = failedLetter();

    operator()
        .queryParam("state", "FAILED")
        .queryParam("queue", "SHEET_COMMANDS")
        .get(LETTERS)
        .then()
        .statusCode(200)
        .body("total", equalTo(1))
        .body("items.id", contains(failed.toString()))
        .body("items[0].outcome", equalTo("IllegalStateException: on purpose"))
        .body("items[0].attempts", equalTo(1))
        .body("items[0].body", nullValue());
    operator().queryParam("size", 1).get(LETTERS).then().body("items", hasSize(1));
    operator().queryParam("size", 1000).get(LETTERS).then().statusCode(400);
  }

  @Test
  void oneLetterIsShownWithItsBody() {
    operator()
        .get(LETTERS + "/" + failedLetter())
        .then()
        .statusCode(200)
        .body("body", containsString("spreadsheetId"))
        .body("type", equalTo("AbandonTab"));
    operator().get(LETTERS + "/" + UUID.randomUUID()).then().statusCode(404);
  }

  @Test
  void aPersonCanHaveALetterSynchronisedAgain() {
    UUID letter = failedLetter();

    operator()
        .post(LETTERS + "/" + letter + "/sync")
        .then()
        .statusCode(202)
        .body("state", equalTo("WAITING"))
        .body("decidedBy", equalTo("root"));
    pass.run(() -> true);

    operator()
        .get(LETTERS + "/" + letter)
        .then()
        .body("state", equalTo("SYNCED"))
        .body("attempts", equalTo(2));
    operator()
        .post(LETTERS + "/" + letter + "/sync")
        .then()
        .statusCode(409)
        .body("type", equalTo("https://daybreak.io/problems/dead-letter-settled"));
  }

  @Test
  void aDiscardedLetterIsLeftAlone() {
    UUID letter = failedLetter();

    operator()
        .post(LETTERS + "/" + letter + "/discard")
        .then()
        .statusCode(200)
        .body("state", equalTo("DISCARDED"))
        .body("decidedBy", equalTo("root"));
    pass.run(() -> true);

    assertThat(letters.states()).containsExactly(DeadLetterState.DISCARDED);
    operator().post(LETTERS + "/" + letter + "/sync").then().statusCode(409);
  }

  @Test
  void aLetterInWorkCannotBeDecidedAbout() {
    UUID letter = failedLetter();
    letters.execute("update dead_letter set state = 'SYNCING'");

    operator()
        .post(LETTERS + "/" + letter + "/discard")
        .then()
        .statusCode(409)
        .body("type", equalTo("https://daybreak.io/problems/dead-letter-in-work"));
  }

  @Test
  void anotherServicesLettersAreNotHere() {
    operator()
        .get("/api/dead-letters/order-service")
        .then()
        .statusCode(404)
        .body("type", equalTo("https://daybreak.io/problems/service-not-found"));
  }

  @Test
  void onlyOperatorsSeeAndDecide() {
    String letter = LETTERS + "/" + failedLetter();

    given().get(LETTERS).then().statusCode(401);
    for (String role : new String[] {Roles.MARKETER, Roles.MERCHANT, Roles.SERVICE}) {
      as(role).get(LETTERS).then().statusCode(403);
      as(role).get(letter).then().statusCode(403);
      as(role).post(letter + "/sync").then().statusCode(403);
      as(role).post(letter + "/discard").then().statusCode(403);
    }
    assertThat(letters.states()).containsExactly(DeadLetterState.FAILED);
  }

  private UUID failedLetter() {
    ScriptedSync.follow(
        message -> {
          throw new IllegalStateException("on purpose");
        });
    UUID run = LetterBox.deadCommand();
    pass.run(() -> true);
    ScriptedSync.follow(message -> "in order");
    return letters.about(run).id();
  }

  private static RequestSpecification operator() {
    return as(Roles.OPERATOR);
  }

  private static RequestSpecification as(String role) {
    return given().auth().oauth2(Tokens.of("root", role));
  }
}
