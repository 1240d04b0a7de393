package io.daybreak.kit.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.testing.Tokens;
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
class ProblemsTest {

  @Test
  void aFeaturesOwnProblemIsAnsweredAsItIs() {
    problem(given().get("/faults/own"), 409, "sold-out")
        .body("title", equalTo("No more are left"))
        .body("detail", equalTo("Order again tomorrow."))
        .body("left", equalTo(0));
  }

  @Test
  void invalidFieldsAreNamed() {
    problem(post("{\"name\":\" \",\"count\":1}"), 400, "invalid-request")
        .body("violations.field", contains("name"))
        .body("violations.in", contains("body"))
        .body("violations.code", contains("NotBlank"));
  }

  @Test
  void anInvalidQueryParameterIsNamed() {
    problem(given().queryParam("size", 4711).get("/faults/pages"), 400, "invalid-request")
        .body("violations.field", contains("size"))
        .body("violations.code", contains("Max"))
        .body("violations[0].values.value", equalTo(100));
  }

  @Test
  void bodiesThatAreNotJsonAreToldSo() {
    problem(post("{\"name\":\"secret-of-the-client\","), 400, "malformed-json");
    problem(post("secret-of-the-client"), 400, "malformed-json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":\"a\",\"count\":\"secret-of-the-client\"}",
        "{\"name\":\"a\",\"count\":{}}",
        "{\"name\":\"a\",\"count\":99999999999999}"
      })
  void aFieldOfTheWrongTypeIsNamed(String body) {
    problem(post(body), 400, "unexpected-json").body("field", equalTo("count"));
  }

  @Test
  void aNestedFieldOfTheWrongTypeIsNamed() {
    problem(
            post("{\"name\":\"a\",\"lines\":[{\"id\":\"secret-of-the-client\"}]}"),
            400,
            "unexpected-json")
        .body("field", equalTo("lines[0].id"));
    problem(post("{\"name\":\"a\",\"colour\":\"secret-of-the-client\"}"), 400, "unexpected-json")
        .body("field", equalTo("colour"));
  }

  @Test
  void aBodyOfAnotherShapeIsToldSo() {
    problem(post("[1]"), 400, "unexpected-json");
  }

  @Test
  void anUnknownPathIsNotFound() {
    problem(given().get("/secret-of-the-client"), 404, "not-found");
  }

  @Test
  void anIdThatIsNoneIsNotFound() {
    problem(given().get("/faults/ids/secret-of-the-client"), 404, "not-found");
  }

  @Test
  void aMethodThatDoesNotExistIsNotAllowed() {
    problem(given().delete("/faults/orders"), 405, "method-not-allowed");
  }

  @Test
  void anotherMediaTypeIsUnsupported() {
    problem(
        given().contentType("text/csv").body("secret-of-the-client").post("/faults/orders"),
        415,
        "unsupported-media-type");
  }

  @Test
  void aBodyOverTheLimitIsTooLarge() {
    problem(post("{\"name\":\"" + "x".repeat(40_000) + "\"}"), 413, "body-too-large");
  }

  @Test
  void noTokenIsUnauthenticated() {
    problem(given().get("/faults/members"), 401, "unauthenticated")
        .header("WWW-Authenticate", startsWith("Bearer"));
  }

  @Test
  void aTokenThatIsNoneIsUnauthenticated() {
    problem(
        given().auth().oauth2("secret-of-the-client").get("/faults/members"),
        401,
        "unauthenticated");
  }

  @Test
  void aTokenOfAnotherRoleIsForbidden() {
    problem(
        given().auth().oauth2(Tokens.of("a", "stranger")).get("/faults/members"), 403, "forbidden");
  }

  @Test
  void aChangeByTwoAtOnceIsAConflict() {
    problem(given().get("/faults/stale"), 409, "changed-meanwhile");
    problem(given().get("/faults/conflict"), 409, "conflict");
  }

  @Test
  void aBugIsToldWithoutItsDetails() {
    problem(given().get("/faults/bug"), 500, "internal-error")
        .body("instance", startsWith("urn:trace:"));
  }

  private static Response post(String body) {
    return given().contentType(ContentType.JSON).body(body).post("/faults/orders");
  }

  private static ValidatableResponse problem(Response response, int status, String name) {
    assertThat(response.asString())
        .doesNotContain("secret-of-the-client", "secret-of-the-server", "io.daybreak.", "java");
    return response
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("https://daybreak.io/problems/" + name))
        .body("status", equalTo(status))
        .body("detail", endsWith("."));
  }
}
