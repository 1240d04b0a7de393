package io.daybreak.acceptance.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.acceptance.orders.OrderApi.Reply;
import io.daybreak.acceptance.orders.OrderDatabase.StoredMail;
import io.daybreak.simulators.mail.ArrivedMail;
import io.daybreak.simulators.shopify.order.NewOrder;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rules of sending where two replicas might each follow them alone. */
@InOrderWorld
class MailRulesIT {

  /** Several times as long as due mails wait for being looked for. */
  private static final Duration A_WHILE = Duration.ofSeconds(3);

  private final OrderWorld world;

  MailRulesIT(OrderWorld world) {
    this.world = world;
  }

  @Test
  void mailsToOneCustomerThatAreDueAtOnceKeepWithinTheCap() throws Exception {
    OrderShop shop = world.shop(ReviewRules.atOnce().capped(2, 0));
    String customer = OrderWorld.customerOf(shop, "collector");

    IntStream.range(0, 8).forEach(i -> fulfilledOrder(shop, customer));
    await("all mails have an end").until(() -> ended(shop) == 8);

    assertThat(world.mailsTo(customer)).hasSize(2);
    assertThat(world.database().mails(shop.domain()))
        .filteredOn(mail -> mail.state().equals("SKIPPED"))
        .hasSize(6)
        .allSatisfy(mail -> assertThat(mail.reason()).isEqualTo("TOO_MANY_MAILS"));
  }

  @Test
  void aPauseHoldsMailsBackUntilSomebodySaysWhatBecomesOfThem() throws Exception {
    OrderShop shop = world.shop(ReviewRules.atOnce());
    OrderApi here = world.merchants().get(0);
    OrderApi there = world.merchants().get(1);
    String path = "/api/shops/" + shop.domain();
    String customer = OrderWorld.customerOf(shop, "patient");
    assertThat(here.post(path + "/pause").status()).isEqualTo(200);

    long order = fulfilledOrder(shop, customer);
    await("the mail is planned").until(() -> !world.database().mails(shop.domain()).isEmpty());
    await("it is held back").during(A_WHILE).until(() -> state(shop, order).equals("SCHEDULED"));

    Reply unsaid = there.post(path + "/resume");
    assertThat(unsaid.status()).isEqualTo(409);
    Reply said = there.call("POST", path + "/resume", new JsonObject().put("backlog", "SEND"));
    assertThat(said.status()).isEqualTo(200);
    await("the mail").until(() -> state(shop, order).equals("SENT"));
    assertThat(world.mailsTo(customer)).hasSize(1);
  }

  @Test
  void oneClickInAMailEndsAllMailsToItsReader() throws Exception {
    OrderShop shop = world.shop(ReviewRules.atOnce());
    String customer = OrderWorld.customerOf(shop, "weary");
    fulfilledOrder(shop, customer);
    await("the first mail").until(() -> world.mailsTo(customer).size() == 1);
    ArrivedMail mail = world.mailsTo(customer).get(0);

    URI link = URI.create(mail.unsubscribe().replaceAll("[<>]", ""));
    String path = link.getRawPath() + "?" + link.getRawQuery();
    assertThat(world.merchants().get(1).post(path).status()).isEqualTo(200);
    long second = fulfilledOrder(shop, customer);

    await("the second mail's end")
        .untilAsserted(
            () ->
                assertThat(world.database().mails(shop.domain()))
                    .contains(new StoredMail(second, "REQUEST", "SKIPPED", "UNSUBSCRIBED")));
    assertThat(world.mailsTo(customer)).hasSize(1);
  }

  @Test
  void anotherParcelMovesTheDateAndSendNowAtBothReplicasSendsOnce() throws Exception {
    OrderShop shop = world.shop(ReviewRules.atOnce().after(3));
    String customer = OrderWorld.customerOf(shop, "eager");
    Instant ordered = Instant.now().minus(Duration.ofDays(2));
    long order = shop.shop().create(NewOrder.by(customer).at(ordered)).id();
    shop.shop().fulfil(order, ordered.plusSeconds(60));
    // Until the parcel leaves, the order has a line without a date.
    await("a date").until(() -> dueAt(shop, order) != null);
    Instant first = dueAt(shop, order);

    shop.shop().fulfil(order, ordered.plus(Duration.ofDays(1)));
    await("a later date").until(() -> dueAt(shop, order).isAfter(first));
    String mail = shop.api().mails(shop.domain(), order).get(0).getString("id");
    List<CompletableFuture<Integer>> answers =
        IntStream.range(0, 6)
            .mapToObj(i -> world.merchants().get(i % 2))
            .map(merchant -> CompletableFuture.supplyAsync(() -> sendNow(merchant, mail)))
            .toList();

    assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isIn(202, 409));
    assertThat(answers).anySatisfy(answer -> assertThat(answer.join()).isEqualTo(202));
    await("the mail").until(() -> state(shop, order).equals("SENT"));
    Reply again = shop.api().sendNow(mail, true);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.json().getInstant("sentAt")).isNotNull();
    assertThat(world.mailsTo(customer)).hasSize(1);
  }

  private static int sendNow(OrderApi merchant, String mail) {
    try {
      return merchant.sendNow(mail, false).status();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Instant dueAt(OrderShop shop, long order) throws IOException {
    return shop.api().mails(shop.domain(), order).stream()
        .findFirst()
        .map(mail -> mail.getInstant("dueAt"))
        .orElse(null);
  }

  private static String state(OrderShop shop, long order) throws IOException {
    return shop.api().mails(shop.domain(), order).get(0).getString("state");
  }

  private static long fulfilledOrder(OrderShop shop, String customer) {
    long id = shop.shop().create(NewOrder.by(customer)).id();
    shop.shop().pay(id, null);
    shop.shop().fulfil(id, null);
    return id;
  }

  private long ended(OrderShop shop) throws Exception {
    return world.database().mails(shop.domain()).size()
        - world.database().mailsUnderWay(shop.domain());
  }
}
