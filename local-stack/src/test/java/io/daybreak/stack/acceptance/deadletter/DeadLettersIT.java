package io.daybreak.stack.acceptance.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.stack.access.Person;
import io.daybreak.stack.orders.OrderApi;
import io.daybreak.stack.orders.OrderDatabase;
import io.daybreak.stack.orders.OrderShop;
import io.daybreak.stack.orders.ReviewRules;
import io.daybreak.stack.run.Stack;
import io.daybreak.stack.run.StackOptions;
import io.daybreak.stack.run.Workspace;
import io.daybreak.stack.service.ServiceName;
import io.daybreak.stack.service.ServiceProcess;
import io.daybreak.stack.shopify.order.NewOrder;
import io.daybreak.stack.shopify.shop.ShopOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The fault that dead letters are there for, on three replicas: messages about the same orders
 * collide, die, and come back without colliding again, while one replica is killed.
 */
class DeadLettersIT {

  private static final int ORDERS = 8;
  private static final String LETTERS = "/api/dead-letters/order-service";

  @Test
  void whatCollidedComesBackOnceOneAtATime() throws Exception {
    try (Stack stack = Stack.start(new Workspace(Path.of("..")), threeReplicas());
        OrderDatabase database = OrderDatabase.of(stack);
        Conflict conflict = Conflict.begin(stack)) {
      OrderShop shop = OrderShop.open(stack, ShopOptions.named("collisions"), ReviewRules.atOnce());
      for (int i = 0; i < ORDERS; i++) {
        placeAndFulfil(shop, i);
      }
      await("every delivery dies")
          .atMost(Duration.ofSeconds(60))
          .until(
              () ->
                  shop.shopify().webhooks().deliveries().underWay() == 0
                      && database.deliveriesWaiting(shop.domain()) >= 2 * ORDERS
                      && database.failedMessages() == database.deliveriesWaiting(shop.domain()));
      long died = database.failedMessages();
      assertThat(database.orders(shop.domain())).isEmpty();

      conflict.end();
      ServiceProcess victim = stack.instancesOf(ServiceName.ORDER).get(0);
      victim.kill();
      OrderApi operator = operatorAt(stack.instancesOf(ServiceName.ORDER).get(1), stack);

      await("all letters are settled, on request where the killed replica had one in hand")
          .atMost(Duration.ofSeconds(90))
          .until(
              () -> {
                askAgainForFailed(operator);
                return total(operator, "SYNCED") == died;
              });
      assertThat(database.orders(shop.domain()))
          .hasSize(ORDERS)
          .allSatisfy(order -> assertThat(order.financialStatus()).isEqualTo("paid"))
          .allSatisfy(order -> assertThat(order.fulfilmentStatus()).isEqualTo("fulfilled"));
      assertThat(database.deliveriesWaiting(shop.domain())).isZero();
      assertThat(items(operator, "SYNCED"))
          .allSatisfy(letter -> assertThat(letter.getString("cause")).contains(Conflict.MESSAGE));
      await("one mail an order")
          .atMost(Duration.ofSeconds(60))
          .until(() -> database.mailsIn("SENT", shop.domain()) == ORDERS);
      assertThat(shop.mailbox().mails()).hasSize(ORDERS);
    }
  }

  private static StackOptions threeReplicas() {
    return StackOptions.of(Set.of(ServiceName.ORDER))
        .withReplicas(ServiceName.ORDER, 3)
        .withSetting(ServiceName.ORDER, "daybreak.dead-letters.delay", "12s")
        .withSetting(ServiceName.ORDER, "daybreak.dead-letters.interval", "500ms")
        .withSetting(ServiceName.ORDER, "daybreak.dead-letters.lease", "6s")
        .withSetting(ServiceName.ORDER, "daybreak.queues.visibility-timeout", "5s")
        .withSetting(ServiceName.ORDER, "daybreak.queues.long-poll", "1s")
        // Nothing but dead letters brings an order here that its deliveries did not.
        .withSetting(ServiceName.ORDER, "daybreak.shopify.look-every", "off");
  }

  private static void placeAndFulfil(OrderShop shop, int number) {
    long order =
        shop.shop()
            .orders()
            .create(NewOrder.by("customer" + number + "@" + shop.domain()))
            .order()
            .id();
    shop.shop().pay(order, null);
    shop.shop().fulfil(order, null);
  }

  private static OrderApi operatorAt(ServiceProcess replica, Stack stack) {
    return new OrderApi(replica.launch().url(), stack.tokenFor(Person.OPERATOR));
  }

  private static void askAgainForFailed(OrderApi operator) throws IOException {
    for (JsonObject letter : items(operator, "FAILED")) {
      operator.post(LETTERS + "/" + letter.getString("id") + "/sync");
    }
  }

  private static long total(OrderApi operator, String state) throws IOException {
    return page(operator, state).getLong("total");
  }

  private static List<JsonObject> items(OrderApi operator, String state) throws IOException {
    return page(operator, state).getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .toList();
  }

  private static JsonObject page(OrderApi operator, String state) throws IOException {
    return operator.call("GET", LETTERS + "?size=200&state=" + state, null).json();
  }
}
