package io.daybreak.orders.reviewmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.orders.testing.MailServer;
import io.daybreak.orders.testing.OrderJson;
import io.daybreak.orders.testing.ShopifyWire;
import io.daybreak.orders.testing.TestShop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One rule says which lines of an order a mail asks about. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(MailServer.class)
@QuarkusTestResource(ShopifyWire.class)
class ReviewableLinesTest {

  private TestShop shop;
  private OrderJson order;

  @BeforeEach
  void register() {
    shop = TestShop.register();
    order = OrderJson.placed();
  }

  @Test
  void aMailNamesEachProductThatTheCustomerKeptOnce() throws Exception {
    deliver(
        line(1, "Kept teapot"),
        line(2, "Returned cup").put("current_quantity", 0),
        line(3, "Tip")
            .putNull("product_id")
            .put("product_exists", false)
            .put("tip", new JsonObject().put("payment_method", "Visa")),
        line(4, "Gift card 50,000").put("gift_card", true),
        line(5, "Shipping protection").put("requires_shipping", false).put("vendor", "Route"),
        line(6, "Kept teapot"),
        line(7, "Kept teapot").put("product_id", 1));

    await().untilAsserted(() -> assertThat(MailServer.mailsTo(order.email())).hasSize(1));
    String mail = MailServer.text(MailServer.mailsTo(order.email()).get(0));
    assertThat(mail).containsOnlyOnce("Kept teapot");
    assertThat(mail).doesNotContain("Returned", "Tip", "Gift card", "protection");
  }

  @Test
  void anOrderOfNothingThatCanBeReviewedGetsNoMailAndAReason() {
    deliver(line(1, "Gift card").put("gift_card", true));

    assertThat(shop.mail(order.id())).isEqualTo("SKIPPED NOTHING_TO_REVIEW");
  }

  @Test
  void whatTheShopLeavesOutIsNotNamed() throws Exception {
    exclude(
        new JsonObject()
            .put("products", new JsonArray().add("1"))
            .put("titles", new JsonArray().add("Carrier Bag"))
            .put("vendors", new JsonArray().add("acme")));
    deliver(
        line(1, "Sample"),
        line(2, "Paper carrier bag"),
        line(3, "Kettle"),
        line(4, "Box").put("vendor", "ACME"));

    await().untilAsserted(() -> assertThat(MailServer.mailsTo(order.email())).hasSize(1));
    assertThat(MailServer.text(MailServer.mailsTo(order.email()).get(0)))
        .contains("Kettle")
        .doesNotContain("Sample", "carrier bag", "Box");
  }

  @Test
  void channelsTagsAndCustomersAreLeftOutWithAReason() {
    exclude(
        new JsonObject()
            .put("channels", new JsonArray().add("POS"))
            .put("tags", new JsonArray().add("Wholesale"))
            .put("customers", new JsonArray().add("Staff.example").add("boss@example.com")));

    assertThat(told(OrderJson.placed().with("source_name", "pos"))).isEqualTo("SKIPPED EXCLUDED");
    assertThat(told(OrderJson.placed().with("tags", "vip, wholesale")))
        .isEqualTo("SKIPPED EXCLUDED");
    assertThat(told(OrderJson.placed().email("a@staff.example"))).isEqualTo("SKIPPED EXCLUDED");
    assertThat(told(OrderJson.placed().email("Boss@example.com"))).isEqualTo("SKIPPED EXCLUDED");
    assertThat(told(OrderJson.placed())).doesNotContain("EXCLUDED");
  }

  @Test
  void exclusionsThatAreNoneAreRefused() {
    for (JsonObject wrong :
        new JsonObject[] {
          new JsonObject().put("products", new JsonArray().add("tea")),
          new JsonObject().put("customers", new JsonArray().add("not an address")),
          new JsonObject().put("titles", new JsonArray().add(" ")),
          new JsonObject().put("colours", new JsonArray().add("red"))
        }) {
      shop.owner()
          .body(wrong.encode())
          .put("/api/shops/" + shop.domain() + "/exclusions")
          .then()
          .statusCode(400);
    }
  }

  private String told(OrderJson placed) {
    shop.deliverAndWait("orders/fulfilled", placed.fulfilledAfter(60).json());
    return shop.mail(placed.id());
  }

  private void exclude(JsonObject exclusions) {
    shop.owner()
        .body(exclusions.encode())
        .put("/api/shops/" + shop.domain() + "/exclusions")
        .then()
        .statusCode(200);
  }

  private void deliver(JsonObject... lines) {
    JsonArray array = new JsonArray();
    for (JsonObject line : lines) {
      array.add(line);
    }
    shop.deliverAndWait(
        "orders/fulfilled", order.with("line_items", array).fulfilledAfter(60).json());
  }

  private JsonObject line(long number, String title) {
    return new JsonObject()
        .put("id", order.id() + 20 + number)
        .put("product_id", number)
        .put("title", title)
        .put("quantity", 1)
        .put("current_quantity", 1)
        .put("price", "10.00")
        .put("requires_shipping", true)
        .put("gift_card", false)
        .put("product_exists", true);
  }
}
