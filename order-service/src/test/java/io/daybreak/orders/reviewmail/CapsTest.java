package io.daybreak.orders.reviewmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.orders.testing.Database;
import io.daybreak.orders.testing.MailServer;
import io.daybreak.orders.testing.OrderJson;
import io.daybreak.orders.testing.ShopifyWire;
import io.daybreak.orders.testing.TestShop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One customer, many orders: the shop's caps decide how many mails they get. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(MailServer.class)
@QuarkusTestResource(ShopifyWire.class)
class CapsTest {

  private static final String SENT_DAYS_AGO =
      "update review_mail set claimed_at = now() - make_interval(days => ?) where id = ?::uuid";

  @Test
  void ofOrdersThatAreDueTogetherOneMailGoesOutHoweverManyClaimAtOnce() {
    TestShop shop = shop(1, 0);
    String customer = "together-" + OrderJson.placed().email();
    List<OrderJson> orders = new ArrayList<>();
    shop.owner().post("/api/shops/" + shop.domain() + "/pause").then().statusCode(200);
    for (int i = 0; i < 6; i++) {
      orders.add(fulfilled(shop, customer));
    }

    shop.owner()
        .body("{\"backlog\":\"SEND\"}")
        .post("/api/shops/" + shop.domain() + "/resume")
        .then()
        .statusCode(200);

    await("one is sent and the cap holds back all others")
        .untilAsserted(
            () ->
                assertThat(orders.stream().map(order -> shop.mail(order.id())))
                    .containsOnly("SENT", "SKIPPED TOO_MANY_MAILS"));
    assertThat(MailServer.mailsTo(customer)).hasSize(1);
  }

  @Test
  void theDaysBetweenTwoMailsAreKeptAndThenOver() {
    TestShop shop = shop(30, 7);
    OrderJson first = sent(shop, "days-" + OrderJson.placed().email());

    assertThat(shop.mail(fulfilled(shop, first.email()).id())).isEqualTo("SKIPPED TOO_SOON");
    Database.execute(SENT_DAYS_AGO, 8, shop.mailId(first.id()));

    OrderJson later = fulfilled(shop, first.email());
    await().untilAsserted(() -> assertThat(shop.mail(later.id())).isEqualTo("SENT"));
  }

  @Test
  void mailsOlderThanThirtyDaysAndThoseOfOtherShopsDoNotCount() {
    TestShop shop = shop(1, 0);
    OrderJson first = sent(shop, "window-" + OrderJson.placed().email());

    assertThat(shop.mail(fulfilled(shop, first.email()).id())).isEqualTo("SKIPPED TOO_MANY_MAILS");
    sent(shop(1, 0), first.email());
    Database.execute(SENT_DAYS_AGO, 31, shop.mailId(first.id()));

    sent(shop, first.email());
  }

  @Test
  void anAddressInCapitalsIsTheSameCustomer() {
    TestShop shop = shop(1, 0);
    OrderJson first = sent(shop, "case-" + OrderJson.placed().email());

    OrderJson second = fulfilled(shop, first.email().toUpperCase());

    assertThat(shop.mail(second.id())).isEqualTo("SKIPPED TOO_MANY_MAILS");
  }

  @Test
  void sendNowOverrulesACapButNotAFact() {
    TestShop shop = shop(1, 0);
    OrderJson first = sent(shop, "now-" + OrderJson.placed().email());
    OrderJson capped = fulfilled(shop, first.email());
    OrderJson cancelled = OrderJson.placed().email(first.email());
    cancelled.with("cancelled_at", "2026-11-01T00:00:00Z");
    shop.deliverAndWait("orders/cancelled", cancelled.json());

    sendNow(shop, capped);
    sendNow(shop, cancelled);

    await().untilAsserted(() -> assertThat(shop.mail(capped.id())).isEqualTo("SENT"));
    await()
        .untilAsserted(() -> assertThat(shop.mail(cancelled.id())).isEqualTo("SKIPPED CANCELLED"));
  }

  @Test
  void onlyCustomersWhoConsentGetMailWhereTheShopAsksForThat() {
    JsonObject settings = TestShop.settings();
    settings.getJsonObject("caps").put("onlyWithConsent", true);
    TestShop shop = TestShop.register(settings);
    OrderJson order = OrderJson.placed().with("buyer_accepts_marketing", false).fulfilledAfter(60);

    shop.deliverAndWait("orders/fulfilled", order.json());
    assertThat(shop.mail(order.id())).isEqualTo("SKIPPED NO_CONSENT");
    order.with("buyer_accepts_marketing", true).updatedAfter(70);
    shop.deliverAndWait("orders/updated", order.json());

    await().untilAsserted(() -> assertThat(shop.mail(order.id())).isEqualTo("SENT"));
  }

  private static TestShop shop(int mailsPer30Days, int daysBetween) {
    JsonObject settings = TestShop.settings();
    settings
        .getJsonObject("caps")
        .put("mailsPer30Days", mailsPer30Days)
        .put("daysBetween", daysBetween);
    return TestShop.register(settings);
  }

  private static OrderJson sent(TestShop shop, String customer) {
    OrderJson order = fulfilled(shop, customer);
    await().untilAsserted(() -> assertThat(shop.mail(order.id())).isEqualTo("SENT"));
    return order;
  }

  private static OrderJson fulfilled(TestShop shop, String customer) {
    OrderJson order = OrderJson.placed().email(customer).fulfilledAfter(60);
    shop.deliverAndWait("orders/fulfilled", order.json());
    return order;
  }

  private static void sendNow(TestShop shop, OrderJson order) {
    shop.owner()
        .post("/api/review-mails/" + shop.mailId(order.id()) + "/send-now")
        .then()
        .statusCode(202);
  }
}
