package io.daybreak.acceptance.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.acceptance.orders.OrderApi.Reply;
import io.daybreak.simulators.shopify.order.NewOrder;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * The same order in different hands at once, as it made the old system fail: {A, B}, {A, C} and {D,
 * A} in three files, A in Shopify's deliveries, A being synchronised, over both replicas.
 */
@InOrderWorld
class SameOrderIT {

  private static final int ROUNDS = 10;

  private static final String HEADER =
      "Id,Name,Email,Financial Status,Fulfillment Status,Fulfilled at,Created at,Cancelled at,"
          + "Accepts Marketing,Lineitem name,Lineitem quantity\n";

  private final OrderWorld world;

  SameOrderIT(OrderWorld world) {
    this.world = world;
  }

  @Test
  void nothingIsLostAndNobodySeesALockError() throws Exception {
    OrderShop shop = world.shop(ReviewRules.atOnce().after(30));
    long failedBefore = world.database().failedMessages();
    ExecutorService people = Executors.newFixedThreadPool(5);
    List<Future<Reply>> answers = new ArrayList<>();

    List<Long> disputed = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      long a = newOrder(shop);
      long b = newOrder(shop);
      long c = newOrder(shop);
      long d = newOrder(shop);
      disputed.add(a);
      List<Callable<Reply>> atOnce =
          List.of(
              () -> upload(0, shop, a, b),
              () -> upload(1, shop, a, c),
              () -> upload(0, shop, d, a),
              () -> sync(1, shop, a),
              () -> sync(0, shop, a));
      shop.shop().pay(a, null);
      shop.shop().fulfil(a, null);
      atOnce.forEach(action -> answers.add(people.submit(action)));
    }

    for (Future<Reply> answer : answers) {
      assertThat(answer.get().status()).as(answer.get().body()).isEqualTo(200);
    }
    await("deliveries are applied")
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                shop.shopify().webhooks().deliveries().underWay() == 0
                    && world.database().deliveriesWaiting(shop.domain()) == 0);
    assertThat(world.database().orders(shop.domain())).hasSize(4 * ROUNDS);
    assertThat(world.database().orders(shop.domain()))
        .filteredOn(order -> disputed.contains(order.shopifyId()))
        .hasSize(ROUNDS)
        .allSatisfy(order -> assertThat(order.financialStatus()).isEqualTo("paid"))
        .allSatisfy(order -> assertThat(order.fulfilmentStatus()).isEqualTo("fulfilled"));
    assertThat(world.database().mails(shop.domain()))
        .filteredOn(mail -> !mail.state().equals("WAITING"))
        .hasSize(ROUNDS)
        .allSatisfy(mail -> assertThat(disputed).contains(mail.shopifyId()));
    assertThat(world.database().failedMessages()).isEqualTo(failedBefore);
    people.shutdown();
  }

  @Test
  void ofTwoPeopleWhoEditAShopAtOnceOneIsToldToLookAgain() throws Exception {
    OrderShop shop = world.shop(ReviewRules.atOnce());
    JsonObject read = shop.api().shop(shop.domain());
    JsonObject change =
        new JsonObject()
            .put("version", read.getInteger("version"))
            .put("settings", read.getJsonObject("settings").put("delayDays", 5));
    ExecutorService people = Executors.newFixedThreadPool(2);

    List<Future<Reply>> answers = new ArrayList<>();
    for (OrderApi merchant : world.merchants()) {
      answers.add(people.submit(() -> merchant.call("PUT", "/api/shops/" + shop.domain(), change)));
    }

    List<Integer> statuses = new ArrayList<>();
    for (Future<Reply> answer : answers) {
      statuses.add(answer.get().status());
    }
    assertThat(statuses).containsExactlyInAnyOrder(200, 409);
    people.shutdown();
  }

  /** Shopify knows it, nobody has been told. */
  private static long newOrder(OrderShop shop) {
    return shop.shop().orders().create(NewOrder.by("a@" + shop.domain())).order().id();
  }

  private Reply upload(int replica, OrderShop shop, long one, long other) {
    String csv = HEADER + row(one) + row(other);
    try {
      return world.merchants().get(replica).upload("/api/orders/import?shop=" + shop.domain(), csv);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String row(long id) {
    return "%d,#%d,a@example.com,pending,,,2026-11-01 10:00:00 +0900,,yes,Morning tea,1%n"
        .formatted(id, id % 10_000);
  }

  private Reply sync(int replica, OrderShop shop, long order) throws IOException {
    return world
        .merchants()
        .get(replica)
        .call("PUT", "/api/orders/%s/%d/sync".formatted(shop.domain(), order), null);
  }
}
