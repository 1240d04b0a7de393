package io.daybreak.orders.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.testing.WireFake;
import io.daybreak.orders.testing.Database;
import io.daybreak.orders.testing.MailServer;
import io.daybreak.orders.testing.OrderJson;
import io.daybreak.orders.testing.ShopifyWire;
import io.daybreak.orders.testing.TestShop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reading an order from Shopify: what the dead-letter handler calls. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(MailServer.class)
@QuarkusTestResource(ShopifyWire.class)
class OrderSyncTest {

  private TestShop shop;
  private OrderJson order;
  private int requestsBefore;

  @BeforeEach
  void register() {
    shop = TestShop.register(TestShop.settings().put("delayDays", 3));
    order = OrderJson.placed().fulfilledAfter(60);
    requestsBefore = ShopifyWire.wire().requests().size();
  }

  @Test
  void theOrderIsStoredItsMailPlannedAndTheSecondTimeNothingChanges() {
    answer(ShopifyWire.data(new JsonObject().put("order", ShopifyWire.node(order))));

    sync()
        .statusCode(200)
        .body("id", equalTo(Long.toString(order.id())))
        .body("total", equalTo("398.00"));
    Object version = shop.orders(order.id()).get(0).get("changed_at");
    sync().statusCode(200);

    assertThat(shop.orders(order.id()))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("changed_at", version))
        .satisfies(row -> assertThat(row).containsEntry("customer_name", "김하늘"));
    assertThat(shop.mail(order.id())).isEqualTo("SCHEDULED");
    assertThat(ShopifyWire.wire().requests().get(requestsBefore))
        .isEqualTo("POST /admin/api/2026-10/graphql.json HTTP/1.1");
  }

  @Test
  void whatWasDeliveredButNeverAppliedIsSettledByIt() {
    answer(ShopifyWire.data(new JsonObject().put("order", ShopifyWire.node(order))));
    Database.execute(
        "insert into webhook_delivery (shop_id, webhook_id, topic, order_id, body_digest, payload, state)"
            + " select id, ?, 'orders/updated', ?, '\\x00', '\\x7b7d', 'RECEIVED' from shop"
            + " where domain = ?",
        UUID.randomUUID().toString(),
        order.id(),
        shop.domain());

    sync().statusCode(200);

    assertThat(shop.waitingDeliveries()).isZero();
  }

  @Test
  void anOrderThatShopifyDoesNotHaveIsAProblem() {
    answer(ShopifyWire.data(new JsonObject().putNull("order")));

    sync().statusCode(404).body("type", endsWith("/shopify-order-not-found"));
    assertThat(shop.orders(order.id())).isEmpty();
  }

  @Test
  void aFailureIsOneAttemptAndAProblemWithWhatToDo() {
    answer(new WireFake.Answer(401, "application/json", "{}"));
    sync().statusCode(409).body("type", endsWith("/shopify-not-allowed"));

    answer(new WireFake.Answer(500, "text/html", "<html>"));
    sync().statusCode(502).body("type", endsWith("/shopify-unavailable"));

    answer(new WireFake.Answer(200, "application/json", "{\"data\":{\"order\":{\"id\":1}}}"));
    sync().statusCode(502);

    assertThat(ShopifyWire.wire().requests()).hasSize(requestsBefore + 3);
  }

  @Test
  void aRefusalForTheRateIsCountedAndTheCallWaitsAsLongAsShopifySays() {
    ShopifyWire.wire()
        .behave(
            ShopifyWire.throttled(712, 500, 100),
            ShopifyWire.data(new JsonObject().put("order", ShopifyWire.node(order))));

    Instant begun = Instant.now();
    sync().statusCode(200);

    assertThat(Duration.between(begun, Instant.now())).isGreaterThan(Duration.ofMillis(2120));
    assertThat(requests()).isEqualTo(2);
    assertThat(refusals()).isEqualTo(1);
    assertThat(shop.orders(order.id())).hasSize(1);
  }

  @Test
  void aCallThatIsRefusedAgainAndAgainFailsAfterAFewTimes() {
    answer(ShopifyWire.error("THROTTLED"));
    sync().statusCode(503).body("type", endsWith("/shopify-throttled"));

    assertThat(requests()).isEqualTo(4);
    assertThat(refusals()).isEqualTo(4);
  }

  @Test
  void aCallThatWouldHaveToWaitTooLongFailsAtOnce() {
    answer(ShopifyWire.throttled(712, 100, 50));
    sync().statusCode(503).body("type", endsWith("/shopify-throttled"));

    assertThat(requests()).isEqualTo(1);
  }

  @Test
  void aCallThatBreaksOffIsNotSentAgainNotEvenOnAConnectionThatWasKept() {
    answer(ShopifyWire.data(new JsonObject().put("order", ShopifyWire.node(order))));
    sync().statusCode(200);

    answer(new WireFake.Reset());
    sync().statusCode(502).body("type", endsWith("/shopify-unavailable"));
    answer(new WireFake.Close());
    sync().statusCode(502);
    answer(new WireFake.Silence());
    sync().statusCode(502);

    assertThat(ShopifyWire.wire().requests()).hasSize(requestsBefore + 4);
  }

  @Test
  void nobodyReadsOrdersOfOthersAndDeadLettersReadAll() {
    answer(ShopifyWire.data(new JsonObject().put("order", ShopifyWire.node(order))));

    TestShop.register().owner().put(path()).then().statusCode(404);
    TestShop.as("dead-letters", "service").put(path()).then().statusCode(200);
    TestShop.as("somebody", "marketer").put(path()).then().statusCode(403);
  }

  private int requests() {
    return ShopifyWire.wire().requests().size() - requestsBefore;
  }

  private long refusals() {
    return Database.count("select refused from budget where name = ?", "shopify:" + shop.domain());
  }

  private static void answer(WireFake.Behaviour behaviour) {
    ShopifyWire.wire().behave(behaviour);
  }

  private ValidatableResponse sync() {
    return shop.owner().put(path()).then();
  }

  private String path() {
    return "/api/orders/" + shop.domain() + "/" + order.id() + "/sync";
  }
}
