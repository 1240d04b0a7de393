package io.daybreak.orders.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.orders.testing.Database;
import io.daybreak.orders.testing.MailServer;
import io.daybreak.orders.testing.OrderJson;
import io.daybreak.orders.testing.ShopifyWire;
import io.daybreak.orders.testing.TestShop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(MailServer.class)
@QuarkusTestResource(ShopifyWire.class)
class OrderVersionsTest {

  @Inject OrderIntake intake;
  @Inject Pool pool;

  private TestShop shop;

  @BeforeEach
  void register() {
    shop = TestShop.register();
  }

  @Test
  void anOlderVersionNeverWins() {
    OrderJson order = OrderJson.placed();
    JsonObject old = order.updatedAfter(10).with("name", "old").json();
    JsonObject newest = order.updatedAfter(20).with("name", "new").json();

    shop.deliverAndWait("orders/updated", newest);
    shop.deliverAndWait("orders/updated", old);

    assertThat(shop.orders(order.id()))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("name", "new"));
  }

  @Test
  void ofTwoVersionsOfOneSecondTheOneThatIsFurtherWinsInEitherOrder() {
    for (boolean paidFirst : new boolean[] {true, false}) {
      OrderJson order = OrderJson.placed();
      JsonObject pending = order.with("financial_status", "pending").json();
      JsonObject paid = order.with("financial_status", "paid").json();

      shop.deliverAndWait("orders/create", paidFirst ? paid : pending);
      shop.deliverAndWait("orders/paid", paidFirst ? pending : paid);

      assertThat(shop.orders(order.id()).get(0)).containsEntry("financial_status", "paid");
    }
  }

  @Test
  void aParcelMayComeBeforeItsOrder() {
    OrderJson order = OrderJson.placed();

    shop.deliverAndWait("fulfillments/create", order.fulfilment(order.id() + 3, 30));
    assertThat(shop.mail(order.id())).as("no mail before the order is known").isEmpty();
    shop.deliverAndWait("orders/create", order.json());

    assertThat(shop.orders(order.id()))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("placeholder", false));
    await().untilAsserted(() -> assertThat(shop.mail(order.id())).isEqualTo("SENT"));
  }

  @Test
  void aRefundIsCountedOnceHoweverOftenItIsTold() {
    OrderJson order = OrderJson.placed();
    shop.deliverAndWait("orders/create", order.json());

    shop.deliverAndWait("refunds/create", order.refund("100.00", 30));
    shop.deliverAndWait("refunds/create", order.refund("100.00", 30));

    assertThat(
            Database.count(
                "select count(*) from refund r join shop_order o on o.id = r.order_id"
                    + " where o.shopify_id = ?",
                order.id()))
        .isEqualTo(1);
  }

  @Test
  void manyConsumersWithOverlappingOrdersLoseNoneAndNeverCollide() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    long shopId = Database.count("select id from shop where domain = ?", shop.domain());
    List<OrderJson> orders = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      orders.add(OrderJson.placed());
    }

    List<CompletableFuture<?>> consumers = new ArrayList<>();
    for (int version = 1; version <= 40; version++) {
      List<OrderSnapshot> some = new ArrayList<>();
      List<OrderJson> shuffled = new ArrayList<>(orders);
      Collections.shuffle(shuffled, random);
      for (OrderJson order : shuffled.subList(0, 4)) {
        JsonObject json = order.updatedAfter(version).json();
        some.add(WebhookPayload.order(parse(json)));
      }
      consumers.add(
          pool.withTransaction(tx -> intake.applyAll(tx, shopId, some))
              .subscribeAsCompletionStage());
    }

    assertThat(CompletableFuture.allOf(consumers.toArray(CompletableFuture[]::new)))
        .succeedsWithin(Duration.ofSeconds(30));
    assertThat(orders).allSatisfy(order -> assertThat(shop.orders(order.id())).hasSize(1));
  }

  private static JsonNode parse(JsonObject json) {
    try {
      return new ObjectMapper().readTree(json.encode());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
