package io.daybreak.simulators.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.simulators.kernel.SimulatorOptions;
import io.daybreak.simulators.shopify.order.NewOrder;
import io.daybreak.simulators.shopify.order.Order;
import io.daybreak.simulators.shopify.shop.Shop;
import io.daybreak.simulators.shopify.shop.ShopOptions;
import io.daybreak.simulators.shopify.webhook.Delivery;
import io.daybreak.simulators.shopify.webhook.DeliveryRules;
import io.daybreak.simulators.shopify.webhook.Mischief;
import io.daybreak.simulators.shopify.webhook.Signature;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookDeliveryTest {

  private ShopifySimulator shopify;
  private Shop shop;

  @BeforeEach
  void start() {
    shopify =
        ShopifySimulator.start(
            new SimulatorOptions("shopify", 0, 7), DeliveryRules.real().inThousandths());
    shop = shopify.install(ShopOptions.named("demo"));
  }

  @AfterEach
  void stop() {
    shopify.close();
  }

  @Test
  void aChangeIsToldByTopicWithOneEventIdAndAWebhookIdEach() {
    try (var app = receiver(n -> 200)) {
      Order order = shop.create(NewOrder.by("a@example.com"));
      shop.fulfil(order.id(), Instant.parse("2026-11-20T01:02:03.456Z"));

      settled();
      assertThat(app.received())
          .extracting(Receiver.Received::topic)
          .containsExactlyInAnyOrder(
              "orders/create", "fulfillments/create", "orders/fulfilled", "orders/updated");
      var fulfilled = app.received().stream().filter(r -> !r.topic().equals("orders/create"));
      var told = fulfilled.toList();
      assertThat(told)
          .extracting(r -> r.header("X-Shopify-Event-Id"))
          .containsOnly(told.get(0).header("X-Shopify-Event-Id"));
      assertThat(told).extracting(r -> r.header("X-Shopify-Webhook-Id")).doesNotHaveDuplicates();
      assertThat(told)
          .extracting(r -> r.header("X-Shopify-Triggered-At"))
          .containsOnly("2026-11-20T01:02:03.456Z");
    }
  }

  @Test
  void theBodyIsSignedAsItIsSentAndTheOrderIsAsShopifyWritesIt() {
    try (var app = receiver(n -> 200)) {
      Order order =
          shop.create(NewOrder.by("a@example.com").at(Instant.parse("2026-11-01T00:00:00Z")));

      settled();
      var received = app.received().get(0);
      assertThat(received.header("X-Shopify-Hmac-Sha256"))
          .isEqualTo(Signature.of(received.body(), "whsec_local_demo"));
      assertThat(received.header("X-Shopify-Shop-Domain")).isEqualTo("demo.myshopify.com");
      assertThat(received.header("X-Shopify-API-Version")).isEqualTo("2026-10");
      var json = new JsonObject(Buffer.buffer(received.body()));
      assertThat(json.getLong("id")).isEqualTo(order.id()).isGreaterThan(1L << 53);
      assertThat(json.getString("created_at")).isEqualTo("2026-11-01T09:00:00+09:00");
      assertThat(json.getString("total_price")).endsWith(".00");
      assertThat(json.getString("financial_status")).isEqualTo("pending");
    }
  }

  @Test
  void aRefusedDeliveryIsRetriedUnchangedUntilItIsTaken() {
    try (var app = receiver(n -> n < 4 ? 500 : 200)) {
      shop.create(NewOrder.by("a@example.com"));

      settled();
      assertThat(app.received()).hasSize(4);
      assertThat(app.received())
          .extracting(r -> r.header("X-Shopify-Webhook-Id"))
          .containsOnly(app.received().get(0).header("X-Shopify-Webhook-Id"));
      Delivery delivery = shopify.webhooks().deliveries().all().get(0);
      assertThat(delivery.state()).isEqualTo(Delivery.State.DELIVERED);
      assertThat(delivery.attempts())
          .extracting(a -> a.status())
          .containsExactly(500, 500, 500, 200);
    }
  }

  @Test
  void eightFailuresInARowEndASubscription() {
    try (var app = receiver(n -> 302)) {
      shop.create(NewOrder.by("a@example.com"));

      settled();
      assertThat(app.received()).hasSize(8);
      assertThat(shop.subscriptions().to("orders/create")).isEmpty();
      shop.create(NewOrder.by("b@example.com"));
      settled();
      assertThat(app.received()).hasSize(8);
    }
  }

  @Test
  void noAnswerWithinFiveSecondsIsAFailure() {
    try (var app = receiver(n -> n == 1 ? 0 : 200)) {
      shop.create(NewOrder.by("a@example.com"));

      settled();
      var attempts = shopify.webhooks().deliveries().all().get(0).attempts();
      assertThat(attempts).extracting(a -> a.status()).containsExactly(0, 200);
      assertThat(attempts.get(0).took()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6));
      assertThat(app.received()).hasSize(2);
    }
  }

  @Test
  void copiesKeepTheirIdsAndDisorderIsReal() {
    try (var app = receiver(n -> 200)) {
      shopify.webhooks().mischief(new Mischief(1, 3, Duration.ofMillis(300)));
      for (int i = 0; i < 20; i++) {
        shop.create(NewOrder.by("a@example.com"));
      }

      settled();
      assertThat(app.received()).hasSize(60);
      assertThat(app.received().stream().map(r -> r.header("X-Shopify-Webhook-Id")).distinct())
          .hasSize(20);
      assertThat(app.received().stream().map(WebhookDeliveryTest::orderId).toList())
          .isNotEqualTo(
              app.received().stream().map(WebhookDeliveryTest::orderId).sorted().toList());
    }
  }

  @Test
  void attemptsTakeTurnsAmongTheAddressesOfOneApp() {
    try (var one = new Receiver(n -> 200);
        var other = new Receiver(n -> 200)) {
      shop.subscribe(List.of(one.address(), other.address(), URI.create("http://127.0.0.1:1/")));
      for (int i = 0; i < 9; i++) {
        shop.create(NewOrder.by("a@example.com"));
      }

      settled();
      assertThat(one.received().size() + other.received().size()).isEqualTo(9);
      assertThat(one.received()).isNotEmpty();
      assertThat(other.received()).isNotEmpty();
    }
  }

  private static long orderId(Receiver.Received received) {
    return new JsonObject(Buffer.buffer(received.body())).getLong("id");
  }

  private Receiver receiver(IntUnaryOperator status) {
    var receiver = new Receiver(status);
    shop.subscribe(List.of(receiver.address()));
    return receiver;
  }

  /** Retries of one delivery take up to 14 s in thousandths of the real pauses. */
  private void settled() {
    await("all deliveries are over")
        .atMost(Duration.ofSeconds(30))
        .until(() -> shopify.webhooks().deliveries().underWay() == 0);
  }
}
