package io.daybreak.orders.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.daybreak.kit.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;

/** A registered shop of its own owner, and Shopify speaking for it. */
public final class TestShop {

  public static final String SECRET = "test-secret";

  private final String domain;
  private final String owner;
  private final String accessCode;

  static {
    // a machine that is busy with other builds is no failure
    Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
  }

  private TestShop(String domain, String owner, String accessCode) {
    this.domain = domain;
    this.owner = owner;
    this.accessCode = accessCode;
  }

  /** Mails go out at once: no delay, any time of day, when the order was fulfilled. */
  public static JsonObject settings() {
    return new JsonObject()
        .put("sender", new JsonObject().put("name", "Tea House").put("address", "tea@example.com"))
        .put("language", "EN")
        .put("trigger", "FULFILLED")
        .put("delayDays", 0)
        .put("timeZone", "Asia/Seoul")
        .put(
            "caps",
            new JsonObject()
                .put("mailsPer30Days", 30)
                .put("daysBetween", 0)
                .put("oldestOrderDays", 60)
                .put("onlyWithConsent", false));
  }

  public static TestShop register() {
    return register(settings());
  }

  public static TestShop register(JsonObject settings) {
    String name = "shop-" + UUID.randomUUID().toString().substring(0, 13);
    String domain = name + ".myshopify.com";
    String owner = "owner-of-" + name;
    JsonObject request =
        new JsonObject()
            .put("domain", domain)
            .put("webhookSecret", SECRET)
            .put("apiToken", "token-of-" + name)
            .put("settings", settings);
    String code =
        as(owner)
            .body(request.encode())
            .post("/api/shops")
            .then()
            .statusCode(201)
            .extract()
            .path("accessCode");
    return new TestShop(domain, owner, code);
  }

  public static RequestSpecification as(String subject, String... groups) {
    String[] roles = groups.length == 0 ? new String[] {"merchant"} : groups;
    return given().contentType(ContentType.JSON).auth().oauth2(Tokens.of(subject, roles));
  }

  public RequestSpecification owner() {
    return as(owner);
  }

  public String ownerName() {
    return owner;
  }

  public String domain() {
    return domain;
  }

  public String accessCode() {
    return accessCode;
  }

  /** A new delivery about something, genuinely signed. */
  public Response deliver(String topic, JsonObject body) {
    return deliver(topic, UUID.randomUUID().toString(), body.encode());
  }

  public Response deliver(String topic, String webhookId, String body) {
    return webhook(body, SECRET)
        .headers(Map.of("X-Shopify-Topic", topic, "X-Shopify-Webhook-Id", webhookId))
        .post("/webhooks/shopify");
  }

  /** A delivery, and what it brings about. */
  public void deliverAndWait(String topic, JsonObject body) {
    deliver(topic, body).then().statusCode(200);
    await("the delivery is applied").until(() -> waitingDeliveries() == 0);
  }

  /** Lets the time come for an order's mails that wait for it. */
  public void makeDue(long shopifyId) {
    Database.execute(
        "update review_mail set due_at = now() where state = 'SCHEDULED' and order_id in"
            + " (select o.id from shop_order o join shop s on s.id = o.shop_id"
            + " where s.domain = ? and o.shopify_id = ?)",
        domain,
        shopifyId);
  }

  /** Uploads rows of past orders under the names of the 11 columns, in the order of the docs. */
  public Response upload(String rows) {
    String csv =
        "Id,Name,Email,Financial Status,Fulfillment Status,Fulfilled at,Created at,Cancelled at,"
            + "Accepts Marketing,Lineitem name,Lineitem quantity,Notes\n"
            + rows;
    return given()
        .auth()
        .oauth2(Tokens.of(owner, "merchant"))
        .queryParam("shop", domain)
        .multiPart("file", "orders.csv", csv.getBytes(StandardCharsets.UTF_8), "text/csv")
        .post("/api/orders/import");
  }

  /** A delivery signed with any secret. */
  public RequestSpecification webhook(String body, String secret) {
    return given()
        .contentType(ContentType.JSON)
        .header("X-Shopify-Shop-Domain", domain)
        .header("X-Shopify-Hmac-Sha256", sign(body, secret))
        .body(body.getBytes(StandardCharsets.UTF_8));
  }

  public static String sign(String body, String secret) {
    return sign(body.getBytes(StandardCharsets.UTF_8), secret);
  }

  public static String sign(byte[] body, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The rows of an order, as the database has them. */
  public List<Map<String, Object>> orders(long shopifyId) {
    return Database.rows(
        "select o.* from shop_order o join shop s on s.id = o.shop_id"
            + " where s.domain = ? and o.shopify_id = ?",
        domain,
        shopifyId);
  }

  /** The review mails of an order. */
  public List<Map<String, Object>> mails(long shopifyId) {
    return Database.rows(
        "select m.* from review_mail m join shop_order o on o.id = m.order_id"
            + " join shop s on s.id = o.shop_id where s.domain = ? and o.shopify_id = ?"
            + " order by m.kind desc",
        domain,
        shopifyId);
  }

  /** State and reason of the order's request, such as {@code SKIPPED CANCELLED}; empty if none. */
  public String mail(long shopifyId) {
    return mails(shopifyId).stream()
        .filter(mail -> mail.get("kind").equals("REQUEST"))
        .map(
            mail ->
                mail.get("reason") == null
                    ? mail.get("state").toString()
                    : mail.get("state") + " " + mail.get("reason"))
        .findFirst()
        .orElse("");
  }

  public String mailId(long shopifyId) {
    return mails(shopifyId).get(0).get("id").toString();
  }

  /** How many deliveries wait to be applied. */
  public long waitingDeliveries() {
    return Database.count(
        "select count(*) from webhook_delivery d join shop s on s.id = d.shop_id"
            + " where s.domain = ? and d.state = 'RECEIVED'",
        domain);
  }
}
