package io.daybreak.orders.reviewmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.orders.testing.Database;
import io.daybreak.orders.testing.MailServer;
import io.daybreak.orders.testing.OrderJson;
import io.daybreak.orders.testing.ShopifyWire;
import io.daybreak.orders.testing.TestShop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(MailServer.class)
@QuarkusTestResource(ShopifyWire.class)
class PauseTest {

  private TestShop shop;

  @BeforeEach
  void pause() {
    shop = TestShop.register();
    shop.owner().post(path("pause")).then().statusCode(200).body("pausedAt", notNullValue());
  }

  @Test
  void aPausedShopSendsNothingAndResumingShowsWhatWaitsAndAsks() {
    OrderJson wanted = fulfilled();
    OrderJson refunded = fulfilled();
    Database.execute(
        "update shop_order set financial_status = 'refunded' where shopify_id = ?", refunded.id());

    shop.owner()
        .get(path("backlog"))
        .then()
        .statusCode(200)
        .body("total", equalTo(2))
        .body("items.orderId", hasItems(Long.toString(wanted.id()), Long.toString(refunded.id())))
        .body("items.wouldBeSkipped", hasItems(null, "REFUNDED"));
    shop.owner()
        .post(path("resume"))
        .then()
        .statusCode(409)
        .body("type", endsWith("/resume-needs-decision"))
        .body("waiting", equalTo(2));
    assertThat(shop.mail(wanted.id())).isEqualTo("SCHEDULED");
    assertThat(MailServer.wire().attempts(wanted.email())).isZero();

    shop.owner()
        .body("{\"backlog\":\"SEND\"}")
        .post(path("resume"))
        .then()
        .statusCode(200)
        .body("pausedAt", nullValue());

    await().untilAsserted(() -> assertThat(shop.mail(wanted.id())).isEqualTo("SENT"));
    await().untilAsserted(() -> assertThat(shop.mail(refunded.id())).isEqualTo("SKIPPED REFUNDED"));
  }

  @Test
  void whatWaitedCanBeDroppedAndCatchUpDoesNotBringItBack() {
    OrderJson order = fulfilled();

    shop.owner().body("{\"backlog\":\"DROP\"}").post(path("resume")).then().statusCode(200);

    assertThat(shop.mail(order.id())).isEqualTo("SKIPPED DROPPED_ON_RESUME");
    shop.owner()
        .queryParam("since", "2020-01-01")
        .queryParam("dryRun", true)
        .post("/api/review-mails/catch-up")
        .then()
        .statusCode(200)
        .body("planned", equalTo(0));
  }

  @Test
  void aPauseWithoutBacklogEndsWithoutAQuestion() {
    shop.owner().post(path("resume")).then().statusCode(200).body("pausedAt", nullValue());
  }

  @Test
  void aMailThatWasDueWhenThePauseBeganWaitsToo() {
    OrderJson order = fulfilled();
    String mail = shop.mailId(order.id());

    Database.execute("update review_mail set state = 'DUE' where id = ?::uuid", mail);
    TestShop.as("dead-letters", "service")
        .put("/api/review-mails/" + mail + "/sync")
        .then()
        .statusCode(200);

    await("its message finds the shop paused")
        .untilAsserted(() -> assertThat(shop.mail(order.id())).isEqualTo("SCHEDULED"));
    assertThat(MailServer.wire().attempts(order.email())).isZero();
  }

  @Test
  void sendNowOverrulesThePause() {
    OrderJson order = fulfilled();

    shop.owner()
        .post("/api/review-mails/" + shop.mailId(order.id()) + "/send-now")
        .then()
        .statusCode(202);

    await().untilAsserted(() -> assertThat(shop.mail(order.id())).isEqualTo("SENT"));
  }

  private OrderJson fulfilled() {
    OrderJson order = OrderJson.placed().fulfilledAfter(60);
    shop.deliverAndWait("orders/fulfilled", order.json());
    return order;
  }

  private String path(String what) {
    return "/api/shops/" + shop.domain() + "/" + what;
  }
}
