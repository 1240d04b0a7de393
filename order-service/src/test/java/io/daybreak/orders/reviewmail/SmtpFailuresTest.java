package io.daybreak.orders.reviewmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.daybreak.kit.alert.Finding;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.orders.testing.Database;
import io.daybreak.orders.testing.MailServer;
import io.daybreak.orders.testing.OrderJson;
import io.daybreak.orders.testing.ShopifyWire;
import io.daybreak.orders.testing.SmtpWire.Fate;
import io.daybreak.orders.testing.TestShop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(MailServer.class)
@QuarkusTestResource(ShopifyWire.class)
class SmtpFailuresTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject MailServerRule rule;
  @Inject DueMails dueMails;

  private TestShop shop;

  @BeforeEach
  void register() {
    shop = TestShop.register();
  }

  @AfterEach
  void speakAgain() {
    MailServer.wire().beSilent(false);
    MailServer.wire().refuseEverybody(false);
    Database.execute("update mail_server set refusals = 0, held_until = null");
  }

  @Test
  void everyWayToFailEndsInItsStateAfterExactlyOneAttempt() {
    Map<Fate, String> expected =
        Map.of(
            Fate.REFUSE_RECIPIENT, "FAILED REFUSED",
            Fate.REFUSE_DATA, "FAILED REFUSED",
            Fate.STALL_AFTER_DATA, "UNCLEAR BROKEN_OFF",
            Fate.RESET_AFTER_DATA, "UNCLEAR BROKEN_OFF",
            Fate.ARRIVE, "SENT");
    Map<Fate, OrderJson> orders = new EnumMap<>(Fate.class);
    expected.keySet().forEach(fate -> orders.put(fate, fulfilled(fate)));

    await("all have ended")
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                orders.forEach(
                    (fate, order) ->
                        assertThat(shop.mail(order.id()))
                            .as("%s", fate)
                            .isEqualTo(expected.get(fate))));
    orders.forEach(
        (fate, order) ->
            assertThat(MailServer.wire().attempts(order.email())).as("%s", fate).isEqualTo(1));
    assertThat(detail(orders.get(Fate.REFUSE_RECIPIENT)))
        .isEqualTo("SMTP reply 550: 5.1.1 no such user");
    assertThat(detail(orders.get(Fate.REFUSE_DATA)))
        .isEqualTo("SMTP reply 554: 5.7.26 not wanted, check DMARC");
  }

  @Test
  void aServerThatDoesNotGreetWasNotReached() {
    MailServer.wire().beSilent(true);
    OrderJson order = fulfilled(Fate.ARRIVE);

    await("the patience with the server is over")
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(shop.mail(order.id())).isEqualTo("FAILED NOT_REACHED"));
    assertThat(MailServer.wire().attempts(order.email())).isZero();
    assertThat(MailServer.mailsTo(order.email())).isEmpty();
  }

  @Test
  void aMailThatIsRefusedForNowWaitsAndGoesByItself() {
    OrderJson once = fulfilled(Fate.GREYLIST_ONCE);
    OrderJson always = fulfilled(Fate.GREYLIST);

    await().untilAsserted(() -> assertThat(shop.mail(once.id())).isEqualTo("SENT"));
    await("bounded")
        .untilAsserted(() -> assertThat(shop.mail(always.id())).isEqualTo("FAILED REFUSED"));
    assertThat(MailServer.wire().attempts(once.email())).isEqualTo(2);
    assertThat(MailServer.wire().attempts(always.email())).isEqualTo(3);
    assertThat(MailServer.mailsTo(once.email())).hasSize(1);
    assertThat(detail(always))
        .isEqualTo("SMTP reply 451: 4.7.1 greylisted, see help.example for (address)");
  }

  @Test
  void aServerThatRefusesEverybodyHoldsTheQueueTellsOnceAndNothingIsLost() {
    MailServer.wire().refuseEverybody(true);
    List<OrderJson> orders = Stream.generate(() -> fulfilled(Fate.ARRIVE)).limit(5).toList();

    await()
        .untilAsserted(
            () ->
                assertThat(orders)
                    .allMatch(
                        order ->
                            shop.mail(order.id()).equals("SCHEDULED MAIL_SERVER")
                                || shop.mail(order.id()).equals("SCHEDULED")
                                || shop.mail(order.id()).equals("DUE")));
    await("somebody is told")
        .untilAsserted(() -> assertThat(rule.evaluate(Instant.now())).isNotEqualTo(Finding.NONE));
    MailServer.wire().refuseEverybody(false);

    await()
        .untilAsserted(
            () -> assertThat(orders).allMatch(order -> shop.mail(order.id()).equals("SENT")));
    orders.forEach(order -> assertThat(MailServer.mailsTo(order.email())).hasSize(1));
  }

  @Test
  void aMailWhoseTimeComesWhileTheQueueIsHeldStaysWhereItIs() {
    // counts no refusal, so that another test's mail that is taken just now ends no pause
    Database.execute("update mail_server set held_until = now() + interval '1 hour'");
    OrderJson order = OrderJson.placed().fulfilledAfter(60);
    shop.deliverAndWait("orders/fulfilled", order.json());
    shop.makeDue(order.id());
    Object since = shop.mails(order.id()).get(0).get("state_since");

    dueMails.makeDue().await().indefinitely();

    assertThat(shop.mail(order.id())).isEqualTo("SCHEDULED");
    assertThat(shop.mails(order.id()).get(0).get("state_since")).isEqualTo(since);
    shop.owner()
        .get("/api/review-mails?reason=MAIL_SERVER&shop=" + shop.domain())
        .then()
        .body("total", equalTo(1))
        .body("items[0].reason", equalTo("MAIL_SERVER"));
    assertThat(MailServer.wire().attempts(order.email())).isZero();

    Database.execute("update mail_server set held_until = null");
    await("the hold is over")
        .untilAsserted(() -> assertThat(shop.mail(order.id())).isEqualTo("SENT"));
  }

  @Test
  void anAddressThatNobodyHasIsWrittenToNoMoreUntilTheShopRemovesIt() {
    OrderJson first = fulfilled(Fate.REFUSE_RECIPIENT);
    await().untilAsserted(() -> assertThat(shop.mail(first.id())).isEqualTo("FAILED REFUSED"));
    String list = "/api/shops/" + shop.domain() + "/suppressions";
    await()
        .untilAsserted(
            () ->
                shop.owner()
                    .get(list)
                    .then()
                    .body("items[0].reason", equalTo("ADDRESS_REFUSED"))
                    .body("items[0].address", equalTo(first.email())));

    OrderJson next = OrderJson.placed().email(first.email()).fulfilledAfter(60);
    shop.deliverAndWait("orders/fulfilled", next.json());
    assertThat(shop.mail(next.id())).isEqualTo("SKIPPED ADDRESS_REFUSED");
    assertThat(MailServer.wire().attempts(first.email())).isEqualTo(1);

    String id = shop.owner().get(list).path("items[0].id");
    shop.owner().delete(list + "/" + id).then().statusCode(204);
    shop.owner().get(list).then().body("total", equalTo(0));
  }

  private OrderJson fulfilled(Fate fate) {
    OrderJson order = OrderJson.placed().fulfilledAfter(60);
    MailServer.wire().fate(order.email(), fate);
    shop.deliver("orders/fulfilled", order.json()).then().statusCode(200);
    return order;
  }

  private String detail(OrderJson order) {
    return (String) shop.mails(order.id()).get(0).get("detail");
  }
}
