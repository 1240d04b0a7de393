package io.daybreak.imports.testing;

import static io.restassured.RestAssured.given;

import io.daybreak.kit.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;

/** Somebody who uses the API, with a token and an API key of their own. */
public final class Person {

  private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime() / 1000);

  private final String name;
  private final String role;

  static {
    // a machine that is busy with other builds is no failure
    Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
  }

  private Person(String name, String role) {
    this.name = name;
    this.role = role;
  }

  public static Person marketer() {
    return new Person("marketer-" + NUMBER.incrementAndGet(), "marketer");
  }

  public static Person operator() {
    return new Person("operator-" + NUMBER.incrementAndGet(), "operator");
  }

  public static Person service() {
    return new Person("service-" + NUMBER.incrementAndGet(), "service");
  }

  /** A number that no other test uses. */
  public static String newCustomerId() {
    return String.valueOf(NUMBER.incrementAndGet());
  }

  public static String newSpreadsheetId() {
    return "spreadsheet-" + NUMBER.incrementAndGet();
  }

  public String name() {
    return name;
  }

  /** The id of the organisation that owns what the person makes. */
  public String organisation() {
    return request().get("/api/organisations/import-service").path("[0].id");
  }

  public RequestSpecification request() {
    return given().auth().oauth2(Tokens.of(name, role)).contentType(ContentType.JSON);
  }

  /** Registers a key of its own with these accounts. */
  public UUID registerKey(String... customerIds) {
    return register("licence-" + NUMBER.incrementAndGet(), "secret", customerIds)
        .then()
        .statusCode(201)
        .extract()
        .jsonPath()
        .getUUID("id");
  }

  public Response register(String licence, String secret, String... customerIds) {
    List<Map<String, String>> accounts =
        List.of(customerIds).stream()
            .map(customerId -> Map.of("customerId", customerId, "name", "Account " + customerId))
            .toList();
    return request()
        .body(
            Map.of(
                "name", "Key",
                "accessLicense", licence,
                "secretKey", secret,
                "adAccounts", accounts))
        .post("/api/api-keys");
  }

  /** Asks for a set, and expects that it is accepted. */
  public Accepted define(UUID apiKeyId, String customerId, String spreadsheetId) {
    Response response =
        request().body(set(apiKeyId, customerId, spreadsheetId)).post("/api/raw-data");
    response.then().statusCode(202);
    return accepted(response);
  }

  public Response update(UUID rawDataId) {
    return request().post("/api/raw-data/" + rawDataId + "/update");
  }

  public Response cancel(UUID rawDataId) {
    return request().post("/api/raw-data/" + rawDataId + "/cancel");
  }

  /** The code of the set's newest run. */
  public int code(UUID rawDataId) {
    return request()
        .get("/api/raw-data/" + rawDataId + "/status")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getInt("code");
  }

  public static Map<String, Object> set(UUID apiKeyId, String customerId, String spreadsheetId) {
    return Map.of(
        "apiKeyId", apiKeyId,
        "customerId", customerId,
        "format", "NSA_GTD",
        "spreadsheet", spreadsheetId);
  }

  public static Accepted accepted(Response response) {
    return new Accepted(
        response.jsonPath().getUUID("id"),
        response.jsonPath().getUUID("runId"),
        response.jsonPath().getInt("code"));
  }

  /** What a request for an import was answered with. */
  public record Accepted(UUID id, UUID runId, int code) {}
}
