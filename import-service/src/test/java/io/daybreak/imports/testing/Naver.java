package io.daybreak.imports.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** The switches of {@link SimulatedNaver}, for one ad account. */
public final class Naver {

  private final String customerId;
  private final String licence;

  /** A new account, which a key reaches whose secret is {@code secret}. */
  public Naver(String customerId, Map<String, Object> size) {
    this.customerId = customerId;
    this.licence = "licence-" + customerId;
    Map<String, Object> spec = new HashMap<>(size);
    spec.put("licence", licence);
    spec.put("secret", "secret");
    spec.put("customerId", Long.parseLong(customerId));
    control().body(spec).post("/_sim/accounts").then().statusCode(201);
  }

  public String licence() {
    return licence;
  }

  /** One more account of the same key, below a manager account. */
  public void child(String child, long manager) {
    control()
        .body(
            Map.of(
                "licence",
                licence,
                "secret",
                "secret",
                "customerId",
                Long.parseLong(child),
                "manager",
                manager))
        .post("/_sim/accounts")
        .then()
        .statusCode(201);
  }

  /** What shall happen to report jobs of a day: an outcome of the simulator's. */
  public void report(LocalDate day, String outcome, int times) {
    control()
        .body(
            Map.of(
                "customer",
                Long.parseLong(customerId),
                "day",
                day.toString(),
                "outcome",
                outcome,
                "times",
                times))
        .post("/_sim/reports")
        .then()
        .statusCode(204);
  }

  /** Calls of the account suffer a fault. */
  public void fault(String method, String path, Map<String, Object> fault) {
    Map<String, Object> rule = new HashMap<>(fault);
    rule.put("method", method);
    rule.put("path", path);
    rule.put("identity", Map.of("customer", customerId));
    control().body(rule).post("/_sim/faults").then().statusCode(204);
  }

  /** Renames, deletes or purges an entity. */
  public void change(String entityId, Map<String, Object> change) {
    control()
        .body(change)
        .post("/_sim/accounts/" + customerId + "/entities/" + entityId)
        .then()
        .statusCode(204);
  }

  public void post(String path, Map<String, Object> body) {
    control().body(body).post(path).then().statusCode(204);
  }

  /** Calls that were about the account and began so, {@code GET /ncc/}. */
  public long calls(String methodAndPath) {
    JsonPath journal = control().get("/_sim/journal").then().statusCode(200).extract().jsonPath();
    List<Map<String, Object>> calls = journal.getList("calls");
    return calls.stream()
        .filter(call -> ((Map<?, ?>) call.get("identity")).get("customer") != null)
        .filter(call -> customerId.equals(((Map<?, ?>) call.get("identity")).get("customer")))
        .filter(call -> (call.get("method") + " " + call.get("path")).startsWith(methodAndPath))
        .count();
  }

  /** The truth about the account: sums over days, the last one included. */
  public JsonPath totals(LocalDate from, LocalDate to) {
    return control()
        .queryParam("customer", customerId)
        .queryParam("from", from.toString())
        .queryParam("to", to.toString())
        .get("/_sim/totals")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static RequestSpecification control() {
    URI url = ConfigProvider.getConfig().getValue("daybreak.naver.base-url", URI.class);
    return given().baseUri(url.toString()).port(url.getPort()).contentType(ContentType.JSON);
  }
}
