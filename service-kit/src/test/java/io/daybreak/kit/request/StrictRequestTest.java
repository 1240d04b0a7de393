package io.daybreak.kit.request;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class StrictRequestTest {

  @ParameterizedTest
  @ValueSource(strings = {"1", "0", "yes", "no", "tru", "TRUE", "False", " true", "maybe"})
  void onlyTrueAndFalseAreFlags(String word) {
    problem(given().queryParam("dryRun", word).post("/decisions/dry"), "parameter-invalid")
        .body("allowed", contains("true", "false"));
  }

  @Test
  void trueAndFalseAreTaken() {
    given().queryParam("dryRun", "false").post("/decisions/dry").then().body(equalTo("dry false"));
    given().queryParam("dryRun", "true").post("/decisions/dry").then().body(equalTo("dry true"));
    given().post("/decisions/dry").then().body(equalTo("dry true"));
  }

  @Test
  void misspeltAndRepeatedParametersAreRefusedWhereTheyDecide() {
    problem(given().queryParam("dry_run", "true").post("/decisions/dry"), "parameter-unknown")
        .body("allowed", contains("dryRun"));
    problem(
            given().queryParam("dryRun", "true", "false").post("/decisions/dry"),
            "parameter-repeated")
        .body("parameter", equalTo("dryRun"));
    problem(given().queryParam("dryRun", "").post("/decisions/dry"), "parameter-invalid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-01",
        "2026-11-01T00:00:00",
        "2026-11-01T00:00:00 09:00",
        "2026-13-01T00:00:00Z",
        "+999999999-01-01T00:00:00Z",
        "yesterday"
      })
  void momentsNameTheirOffset(String word) {
    problem(given().queryParam("from", word).get("/decisions"), "parameter-invalid");
  }

  @Test
  void choicesAndNumbersAreNamed() {
    problem(given().queryParam("choice", "send").get("/decisions"), "parameter-invalid")
        .body("allowed", hasItem("SEND"));
    problem(given().queryParam("number", "1.5").get("/decisions"), "parameter-invalid");
    problem(
        given().queryParam("number", "99999999999999999999").get("/decisions"),
        "parameter-invalid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/decisions?x=%00", "/decisions?a%0Ab=1", "/decisions/a%00b", "/a%01"})
  void controlCharactersInAnAddressAreRefused(String address) {
    problem(given().urlEncodingEnabled(false).get(address), "control-character");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"sure\":true}",
        "{\"days\":1}",
        "{\"days\":1.5,\"sure\":true}",
        "{\"days\":\"1\",\"sure\":true}",
        "{\"days\":null,\"sure\":true}",
        "{\"days\":1,\"sure\":\"true\"}",
        "{\"days\":1,\"sure\":1}",
        "{\"days\":1,\"sure\":true,\"surely\":true}",
        "{\"days\":1,\"sure\":true,\"note\":1}",
        "{\"days\":1,\"sure\":true,\"note\":\"a\\u0000b\"}",
        "{\"days\":1,\"sure\":true,\"choice\":0}",
        "{\"days\":1,\"sure\":true,\"choice\":\"\"}",
        "{\"days\":1,\"sure\":true,\"choice\":\"send\"}"
      })
  void bodiesAreReadExactly(String body) {
    problem(post(body), "unexpected-json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"days\":1,\"days\":2,\"sure\":true}", "{\"days\":1,\"sure\":true} {}"})
  void bodiesThatSayTwoThingsAreRefused(String body) {
    post(body).then().statusCode(400);
  }

  @Test
  void aBodyThatIsThereIsTakenAndOneThatIsNotNeedsNoType() {
    post("{\"days\":1,\"sure\":true,\"note\":\"two\\nlines\"}")
        .then()
        .statusCode(200)
        .body(equalTo("1 true"));
    given().post("/decisions/body").then().statusCode(200).body(equalTo("nothing"));
  }

  private static Response post(String body) {
    return given().contentType(ContentType.JSON).body(body).post("/decisions/body");
  }

  private static ValidatableResponse problem(Response response, String type) {
    return response
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", endsWith("/" + type));
  }
}
