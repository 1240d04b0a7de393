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
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to an order before its mail is due decides what becomes of the mail. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(MailServer.class)
@QuarkusTestResource(ShopifyWire.class)
class OrderLifeTest {

  private TestShop shop;
  private OrderJson order;

  @BeforeEach
  void aShopThatWaitsThreeDays() {
    shop = TestShop.register(TestShop.settings().put("delayDays", 3));
    order = OrderJson.placed();
  }

  @Test
  void anOrderCancelledBeforeItsMailIsPlannedIsSkipped() {
    deliver("orders/cancelled", order.with("cancelled_at", Instant.now().toString()).json());

    assertThat(mail()).isEqualTo("SKIPPED CANCELLED");
  }

  @Test
  void anOrderCancelledAfterItsMailIsPlannedIsSkipped() {
    deliver("orders/fulfilled", order.fulfilledAfter(60).json());
    assertThat(mail()).isEqualTo("SCHEDULED");

    order.with("cancelled_at", Instant.now().toString()).updatedAfter(120);
    deliver("orders/cancelled", order.json());

    assertThat(mail()).isEqualTo("SKIPPED CANCELLED");
  }

  @Test
  void aRefundInFullBeforeThePlanSkipsTheMailAndLaterNewsDoNotBringItBack() {
    deliver("orders/create", order.json());
    deliver("refunds/create", order.refund("398.00", 30));
    assertThat(mail()).isEqualTo("SKIPPED REFUNDED");

    deliver("orders/fulfilled", order.fulfilledAfter(60).json());

    assertThat(mail()).isEqualTo("SKIPPED REFUNDED");
  }

  @Test
  void aRefundInFullAfterThePlanSkipsTheMailAndARefundInPartDoesNot() {
    deliver("orders/fulfilled", order.fulfilledAfter(60).json());

    deliver("refunds/create", order.refund("100.00", 70));
    assertThat(mail()).isEqualTo("SCHEDULED");
    deliver("refunds/create", order.refund("298.00", 80).put("id", order.id() + 8));

    assertThat(mail()).isEqualTo("SKIPPED REFUNDED");
  }

  @Test
  void anOrderOfWhichNoPieceIsLeftCountsAsRefunded() {
    JsonArray lines = order.json().getJsonArray("line_items");
    lines.getJsonObject(0).put("current_quantity", 0);

    deliver("orders/fulfilled", order.with("line_items", lines).fulfilledAfter(60).json());

    assertThat(mail()).isEqualTo("SKIPPED REFUNDED");
  }

  @Test
  void aRefundBetweenThePlanAndTheSendingIsSeenByTheClaim() {
    deliver("orders/fulfilled", order.fulfilledAfter(60).json());
    Database.execute(
        "update shop_order set financial_status = 'refunded' where shopify_id = ?", order.id());

    makeDue();

    await().untilAsserted(() -> assertThat(mail()).isEqualTo("SKIPPED REFUNDED"));
    assertThat(MailServer.wire().attempts(order.email())).isZero();
  }

  @Test
  void aNewParcelMovesTheDateAndOneTakenBackMovesItBack() {
    deliver("fulfillments/create", order.fulfilment(order.id() + 2, 60));
    deliver("orders/create", order.json());
    Instant first = dueAt();

    deliver("fulfillments/create", order.fulfilment(order.id() + 3, 600));
    assertThat(dueAt()).isEqualTo(first.plusSeconds(540));

    JsonObject takenBack = order.fulfilment(order.id() + 3, 600).put("status", "cancelled");
    deliver("fulfillments/update", takenBack);
    assertThat(dueAt()).isEqualTo(first);
    assertThat(shop.mails(order.id())).hasSize(1);
  }

  @Test
  void theOnlyParcelTakenBackWithdrawsTheMailAndAnotherOnePlansItAgain() {
    deliver("orders/fulfilled", order.fulfilledAfter(60).json());

    JsonObject takenBack = order.fulfilment(order.id() + 2, 60).put("status", "cancelled");
    deliver("fulfillments/update", takenBack);
    assertThat(mail()).isEqualTo("SKIPPED TRIGGER_WITHDRAWN");
    deliver("fulfillments/create", order.fulfilment(order.id() + 3, 600));

    assertThat(mail()).isEqualTo("SCHEDULED");
  }

  @Test
  void aMailThatWasSentStaysTheOnlyOneWhateverHappensToTheOrder() {
    deliver("orders/fulfilled", order.fulfilledAfter(60).json());
    makeDue();
    await().untilAsserted(() -> assertThat(mail()).isEqualTo("SENT"));

    deliver("fulfillments/create", order.fulfilment(order.id() + 3, 600));
    deliver("orders/updated", order.updatedAfter(700).json());
    deliver("refunds/create", order.refund("398.00", 800));

    assertThat(mail()).isEqualTo("SENT");
    assertThat(MailServer.wire().attempts(order.email())).isEqualTo(1);
  }

  @Test
  void aTestOrderAndOneThatIsTooOldAreSkipped() {
    OrderJson old = OrderJson.placed(Instant.now().minus(70, ChronoUnit.DAYS)).fulfilledAfter(60);

    deliver("orders/fulfilled", old.json());
    deliver("orders/fulfilled", order.with("test", true).fulfilledAfter(60).json());

    assertThat(shop.mail(old.id())).isEqualTo("SKIPPED TOO_OLD");
    assertThat(mail()).isEqualTo("SKIPPED TEST_ORDER");
  }

  @Test
  void anAddressThatComesLateBringsTheMailAndItGoesToTheNewestOne() {
    String email = order.email();
    order.email(null).fulfilledAfter(60);
    deliver("orders/fulfilled", order.json());
    assertThat(mail()).isEqualTo("SKIPPED NO_ADDRESS");

    deliver("orders/updated", order.email("first-" + email).updatedAfter(70).json());
    assertThat(mail()).isEqualTo("SCHEDULED");
    deliver("orders/updated", order.email(email).updatedAfter(80).json());
    makeDue();

    await().untilAsserted(() -> assertThat(MailServer.mailsTo(email)).hasSize(1));
    assertThat(MailServer.mailsTo("first-" + email)).isEmpty();
  }

  @Test
  void aShopThatRemovesTheAppSendsNothingMore() {
    deliver("orders/fulfilled", order.fulfilledAfter(60).json());

    deliver(
        "app/uninstalled", new JsonObject().put("id", 1).put("myshopify_domain", shop.domain()));

    assertThat(mail()).isEqualTo("SKIPPED SHOP_UNINSTALLED");
  }

  private void deliver(String topic, JsonObject body) {
    shop.deliverAndWait(topic, body);
  }

  private String mail() {
    return shop.mail(order.id());
  }

  private Instant dueAt() {
    return ((java.sql.Timestamp) shop.mails(order.id()).get(0).get("due_at")).toInstant();
  }

  private void makeDue() {
    shop.makeDue(order.id());
  }
}
