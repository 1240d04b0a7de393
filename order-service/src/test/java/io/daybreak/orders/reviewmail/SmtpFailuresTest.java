package io.daybreak.orders.reviewmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.orders.testing.MailServer;
import io.daybreak.orders.testing.OrderJson;
import io.daybreak.orders.testing.ShopifyWire;
import io.daybreak.orders.testing.SmtpWire.Fate;
import io.daybreak.orders.testing.TestShop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(MailServer.class)
@QuarkusTestResource(ShopifyWire.class)
class SmtpFailuresTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private TestShop shop;

  @BeforeEach
  void register() {
    shop = TestShop.register();
  }

  @AfterEach
  void speakAgain() {
    MailServer.wire().beSilent(false);
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
    assertThat(detail(orders.get(Fate.REFUSE_RECIPIENT))).isEqualTo("SMTP reply 550");
    assertThat(detail(orders.get(Fate.REFUSE_DATA))).isEqualTo("SMTP reply 554");
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
