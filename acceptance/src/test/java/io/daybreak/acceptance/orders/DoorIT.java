package io.daybreak.acceptance.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.acceptance.orders.OrderDatabase.StoredMail;
import io.daybreak.simulators.shopify.order.Change;
import io.daybreak.simulators.shopify.order.NewOrder;
import io.daybreak.simulators.shopify.shop.Shop;
import io.daybreak.simulators.shopify.shop.ShopOptions;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes to the webhooks' door: the right answer, and nothing is stored or lost. */
@InOrderWorld
class DoorIT {

  private static final String CREATE = "orders/create";
  private static final int LARGEST = 10 * 1024 * 1024;

  private final OrderWorld world;
  private OrderShop shop;
  private Door door;

  DoorIT(OrderWorld world) {
    this.world = world;
  }

  @BeforeEach
  void openAShop() throws Exception {
    shop = world.shop(ReviewRules.atOnce());
    door = new Door(shop.webhooks(), shop.domain(), shop.shop().options().webhookSecret());
  }

  @Test
  void aWrongSignatureIsRefused() throws Exception {
    HttpResponse<String> answer = door.signing("a guess").deliver(CREATE, newOrder());

    refused(answer, 401, "webhook-signature-wrong");
  }

  @Test
  void aShopNobodyKnowsIsRefused() throws Exception {
    var stranger = new Door(door.webhooks(), "stranger.myshopify.com", door.secret());

    refused(stranger.deliver(CREATE, newOrder()), 404, "webhook-shop-not-found");
  }

  @Test
  void aShopThatRemovedTheAppIsRefusedAndKeepsItsOrders() throws Exception {
    shop.shop().create(NewOrder.by("before@example.com"));
    awaitOrders(1);
    shop.shop().uninstall();
    await("farewell").until(() -> world.database().deliveriesWaiting(shop.domain()) == 0);
    await("every replica knows").until(() -> door.deliver(CREATE, newOrder()).statusCode() == 410);
    await("nothing waits").until(() -> world.database().deliveriesWaiting(shop.domain()) == 0);
    long taken = world.database().deliveriesTaken(shop.domain());
    int orders = world.database().orders(shop.domain()).size();

    HttpResponse<String> answer = door.deliver(CREATE, newOrder());

    assertThat(answer.statusCode()).isEqualTo(410);
    assertThat(answer.body()).contains("webhook-shop-not-installed");
    assertThat(world.database().deliveriesTaken(shop.domain())).isEqualTo(taken);
    assertThat(world.database().orders(shop.domain())).hasSize(orders).isNotEmpty();
  }

  @Test
  void tenMegabytesAreRefused() throws Exception {
    String body = new JsonObject(newOrder()).put("note", "n".repeat(LARGEST)).encode();

    refused(door.deliver(CREATE, body), 413, "body-too-large");
  }

  @Test
  void whatIsNotJsonIsRefused() throws Exception {
    refused(door.deliver(CREATE, "{\"id\": 1,"), 400, "webhook-body-unusable");
  }

  @Test
  void anOrderUnderTheNameOfAnErasureIsRefused() throws Exception {
    refused(door.deliver("shop/redact", newOrder()), 400, "webhook-body-unusable");
  }

  @Test
  void aTopicNobodyActsOnIsTakenAndChangesNothing() throws Exception {
    assertThat(door.deliver("products/update", "{\"id\":1}").statusCode()).isEqualTo(200);

    assertThat(world.database().deliveriesWaiting(shop.domain())).isZero();
    assertThat(world.database().orders(shop.domain())).isEmpty();
  }

  @Test
  void aDeliveryThatComesTwentyTimesAtOnceIsTakenOnce() throws Exception {
    UUID webhookId = UUID.randomUUID();
    String body = newOrder();
    List<Door> doors =
        world.replicas().stream()
            .map(url -> new Door(url.resolve(OrderShop.WEBHOOKS), door.shop(), door.secret()))
            .toList();

    List<CompletableFuture<Integer>> answers =
        IntStream.range(0, 20)
            .mapToObj(i -> doors.get(i % doors.size()).deliver(webhookId, CREATE, body))
            .toList();

    assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(200));
    awaitOrders(1);
    assertThat(world.database().deliveriesTaken(shop.domain())).isEqualTo(1);
  }

  @Test
  void anOrderWithoutAnAddressIsStoredAndItsMailSaysWhyItIsNotSent() throws Exception {
    long id = shop.shop().create(NewOrder.by(null)).id();
    shop.shop().fulfil(id, null);

    await("the mail's end")
        .untilAsserted(
            () ->
                assertThat(world.database().mails(shop.domain()))
                    .containsExactly(new StoredMail(id, "REQUEST", "SKIPPED", "NO_ADDRESS")));
  }

  @Test
  void anIdOfSixtyFourBitsKeepsEveryDigit() throws Exception {
    String body = new JsonObject(newOrder()).put("id", Long.MAX_VALUE).encode();

    assertThat(door.deliver(CREATE, body).statusCode()).isEqualTo(200);
    awaitOrders(1);

    assertThat(shop.api().orders(shop.domain(), Long.MAX_VALUE))
        .singleElement()
        .satisfies(order -> assertThat(order.getString("id")).isEqualTo("9223372036854775807"));
  }

  /** The answer is a problem of this type, and no trace is left. */
  private void refused(HttpResponse<String> answer, int status, String type) throws Exception {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains(type);
    assertThat(world.database().deliveriesTaken(shop.domain())).isZero();
    assertThat(world.database().orders(shop.domain())).isEmpty();
  }

  private void awaitOrders(int number) {
    await("orders are applied")
        .until(() -> world.database().orders(shop.domain()).size() == number);
  }

  /** A new order as Shopify tells it. A look at the shop does not find it: it is another shop's. */
  private String newOrder() {
    Shop elsewhere =
        world.stack().outside().simulators().shopify().install(ShopOptions.named("elsewhere"));
    Change created = elsewhere.orders().create(NewOrder.by("somebody@example.com"));
    return created.notices().get(0).payload().encode();
  }
}
