package io.daybreak.orders.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.orders.testing.Database;
import io.daybreak.orders.testing.MailServer;
import io.daybreak.orders.testing.OrderJson;
import io.daybreak.orders.testing.ShopifyWire;
import io.daybreak.orders.testing.TestShop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(MailServer.class)
@QuarkusTestResource(ShopifyWire.class)
class WebhookTest {

  private TestShop shop;

  @BeforeEach
  void register() {
    shop = TestShop.register();
  }

  @Test
  void aDeliveryIsStoredAndItsOrderKeepsIdMoneyAndMoment() {
    OrderJson order = OrderJson.placed().with("total_price", "12345678901234.10");

    shop.deliver("orders/create", order.json()).then().statusCode(200);

    await().untilAsserted(() -> assertThat(shop.orders(order.id())).hasSize(1));
    var stored = shop.orders(order.id()).get(0);
    assertThat(stored.get("shopify_id")).isEqualTo(order.id());
    assertThat(stored.get("total")).hasToString("12345678901234.10");
  }

  @Test
  void theSameDeliveryAgainChangesNothing() {
    OrderJson order = OrderJson.placed();
    String id = UUID.randomUUID().toString();

    for (int i = 0; i < 3; i++) {
      shop.deliver("orders/create", id, order.json().encode()).then().statusCode(200);
    }

    assertThat(deliveries()).isEqualTo(1);
  }

  @Test
  void oneEventToldToTwoSubscriptionsIsTakenOnceAndItsOtherTopicsAreTakenToo() {
    OrderJson order = OrderJson.placed();
    String event = UUID.randomUUID().toString();

    deliverOfEvent(event, "orders/updated", order.json());
    deliverOfEvent(event, "orders/updated", order.json());
    deliverOfEvent(event, "orders/paid", order.json());
    deliverOfEvent(event, "fulfillments/create", order.fulfilment(order.id() + 2, 10));
    deliverOfEvent(event, "fulfillments/create", order.fulfilment(order.id() + 3, 10));

    assertThat(deliveries()).isEqualTo(4);
  }

  @Test
  void textThatTheDatabaseCannotHoldIsNoReasonToLoseAnOrder() {
    OrderJson order = OrderJson.placed().with("name", "#10\u000001");

    shop.deliverAndWait("orders/create", order.json());

    assertThat(shop.orders(order.id()).get(0)).containsEntry("name", "#1001");
  }

  @Test
  void aWrongMissingOrForeignSignatureIsRefusedAndNothingIsStored() {
    String body = OrderJson.placed().json().encode();

    shop.webhook(body, "another-secret")
        .header("X-Shopify-Topic", "orders/create")
        .post("/webhooks/shopify")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body("type", endsWith("/webhook-signature-wrong"));
    given()
        .header("X-Shopify-Shop-Domain", shop.domain())
        .header("X-Shopify-Topic", "orders/create")
        .body(body)
        .post("/webhooks/shopify")
        .then()
        .statusCode(401);
    assertThat(deliveries()).isZero();
  }

  @Test
  void anUnknownShopIsAProblemThatNamesNoValue() {
    given()
        .header("X-Shopify-Shop-Domain", "nobody.myshopify.com")
        .header("X-Shopify-Topic", "orders/create")
        .header("X-Shopify-Hmac-Sha256", TestShop.sign("{}", "x"))
        .body("{}")
        .post("/webhooks/shopify")
        .then()
        .statusCode(404)
        .body("type", endsWith("/webhook-shop-not-found"))
        .body("detail", not(containsString("nobody")));
  }

  @Test
  void malformedJsonIsAProblem() {
    for (String body : new String[] {"{\"id\":", "[]", "\"text\"", "", "{\"id\":1}"}) {
      shop.deliver("orders/create", UUID.randomUUID().toString(), body)
          .then()
          .statusCode(400)
          .body("type", endsWith("/webhook-body-unusable"));
    }
    assertThat(deliveries()).isZero();
  }

  @Test
  void anIdBeyond64BitsIsAProblem() {
    String body =
        OrderJson.placed()
            .json()
            .encode()
            .replaceFirst("\"id\":\\d+", "\"id\":99999999999999999999");

    shop.deliver("orders/create", UUID.randomUUID().toString(), body).then().statusCode(400);
  }

  @Test
  void anUnknownTopicIsRecordedAndIgnored() {
    shop.deliver("products/update", new JsonObject().put("id", 1)).then().statusCode(200);

    assertThat(
            Database.rows(
                "select d.state, d.payload from webhook_delivery d join shop s on s.id = d.shop_id"
                    + " where s.domain = ?",
                shop.domain()))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row).containsEntry("state", "IGNORED").containsEntry("payload", null));
  }

  @Test
  void aBodyBeyondTheLimitIsRefusedUnread() {
    String body = new JsonObject().put("note", "x".repeat(10_000_000)).encode();

    shop.webhook(body, TestShop.SECRET)
        .header("X-Shopify-Topic", "orders/create")
        .post("/webhooks/shopify")
        .then()
        .statusCode(413)
        .body("type", endsWith("/body-too-large"));
  }

  @Test
  void aBodyOfUnknownLengthIsRefused() throws IOException {
    try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
      socket
          .getOutputStream()
          .write(
              ("POST /webhooks/shopify HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                      + "2\r\n{}\r\n0\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      String status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
      assertThat(status).isEqualTo("HTTP/1.1 411");
    }
  }

  @Test
  void anOrderWithoutAddressIsStoredAndItsMailSkippedWithTheReason() {
    OrderJson order = OrderJson.placed().fulfilledAfter(60);
    order.with("email", null).with("contact_email", null).with("customer", null);

    shop.deliver("orders/fulfilled", order.json()).then().statusCode(200);

    await().untilAsserted(() -> assertThat(shop.mail(order.id())).isEqualTo("SKIPPED NO_ADDRESS"));
  }

  @Test
  void duringARotationBothSecretsCountAndAfterItOnlyTheNewOne() {
    shop.owner()
        .body("{\"secret\":\"newer-secret\"}")
        .put("/api/shops/" + shop.domain() + "/webhook-secret")
        .then()
        .statusCode(200);

    assertThat(statusWith("newer-secret")).isEqualTo(200);
    assertThat(statusWith(TestShop.SECRET)).isEqualTo(200);

    shop.owner()
        .contentType(ContentType.JSON)
        .delete("/api/shops/" + shop.domain() + "/webhook-secret/previous")
        .then()
        .statusCode(200);
    assertThat(statusWith("newer-secret")).isEqualTo(200);
    await("other replicas forget the old secret after some seconds")
        .untilAsserted(() -> assertThat(statusWith("wrong-secret")).isEqualTo(401));
    assertThat(statusWith(TestShop.SECRET)).isEqualTo(401);
  }

  @Test
  void aBodyUnderTheTopicOfAnotherKindIsRefused() {
    OrderJson order = OrderJson.placed();

    for (String topic : new String[] {"orders/create", "fulfillments/create"}) {
      shop.deliver(topic, order.refund("1.00", 5)).then().statusCode(400);
    }
    for (String topic : new String[] {"orders/updated", "refunds/create"}) {
      shop.deliver(topic, order.fulfilment(order.id() + 2, 5)).then().statusCode(400);
    }
    assertThat(deliveries()).isZero();
  }

  @Test
  void anOrderThatPosesAsTheErasureOfTheShopIsRefused() {
    OrderJson order = OrderJson.placed();

    for (String topic :
        new String[] {"shop/redact", "customers/redact", "customers/data_request"}) {
      shop.deliver(topic, order.json()).then().statusCode(400);
    }
    shop.deliver("app/uninstalled", order.json()).then().statusCode(400);
    assertThat(deliveries()).isZero();
  }

  @Test
  void aShopThatRemovedTheAppGets410ForOrdersAndNothingIsStored() {
    shop.deliver(
            "app/uninstalled", new JsonObject().put("id", 1).put("myshopify_domain", shop.domain()))
        .then()
        .statusCode(200);
    await().until(() -> shop.waitingDeliveries() == 0);

    OrderJson order = OrderJson.placed();
    await("the secrets of an installed shop are remembered for some seconds")
        .untilAsserted(
            () ->
                shop.deliver("orders/create", order.json())
                    .then()
                    .statusCode(410)
                    .body("type", endsWith("/webhook-shop-not-installed")));
  }

  private void deliverOfEvent(String event, String topic, JsonObject body) {
    shop.webhook(body.encode(), TestShop.SECRET)
        .header("X-Shopify-Topic", topic)
        .header("X-Shopify-Webhook-Id", UUID.randomUUID().toString())
        .header("X-Shopify-Event-Id", event)
        .post("/webhooks/shopify")
        .then()
        .statusCode(200);
  }

  private int statusWith(String secret) {
    return shop.webhook("{\"id\":1}", secret)
        .header("X-Shopify-Topic", "products/update")
        .post("/webhooks/shopify")
        .statusCode();
  }

  private long deliveries() {
    return Database.count(
        "select count(*) from webhook_delivery d join shop s on s.id = d.shop_id where s.domain = ?",
        shop.domain());
  }
}
