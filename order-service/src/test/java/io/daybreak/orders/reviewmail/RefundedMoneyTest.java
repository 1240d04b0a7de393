package io.daybreak.orders.reviewmail;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.orders.testing.MailServer;
import io.daybreak.orders.testing.OrderJson;
import io.daybreak.orders.testing.ShopifyWire;
import io.daybreak.orders.testing.TestShop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When an order counts as refunded: money has a currency, and only what was paid counts. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(MailServer.class)
@QuarkusTestResource(ShopifyWire.class)
class RefundedMoneyTest {

  private TestShop shop;
  private OrderJson order;

  @BeforeEach
  void aShopThatWaitsThreeDays() {
    shop = TestShop.register(TestShop.settings().put("delayDays", 3));
    order =
        OrderJson.placed().fulfilledAfter(60).with("currency", "USD").with("total_price", "100.00");
    shop.deliverAndWait("orders/fulfilled", order.json());
  }

  @Test
  void aRefundInTheCustomersCurrencyIsNotComparedWithTheShops() {
    shop.deliverAndWait("refunds/create", refund("success", "14000", "KRW"));
    assertThat(mail()).isEqualTo("SCHEDULED");

    shop.deliverAndWait(
        "refunds/create", refund("success", "100.00", "USD").put("id", order.id() + 8));
    assertThat(mail()).isEqualTo("SKIPPED REFUNDED");
  }

  @Test
  void theShopsMoneyCountsWhereTheRefundHasIt() {
    JsonObject refund = refund("success", "138000", "KRW");
    refund.put(
        "refund_line_items",
        new JsonArray()
            .add(
                new JsonObject()
                    .put("subtotal", 138000)
                    .put(
                        "subtotal_set",
                        new JsonObject()
                            .put(
                                "shop_money",
                                new JsonObject()
                                    .put("amount", "100.00")
                                    .put("currency_code", "USD")))));

    shop.deliverAndWait("refunds/create", refund);

    assertThat(mail()).isEqualTo("SKIPPED REFUNDED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"error", "failure", "pending", "awaiting_response", "unknown"})
  void whatWasNotPaidBackIsNoRefund(String status) {
    shop.deliverAndWait("refunds/create", refund(status, "100.00", "USD"));

    assertThat(mail()).isEqualTo("SCHEDULED");
  }

  @Test
  void aPendingRefundThatIsPaidAtLastEndsTheMailAndOneThatFailsGivesItBack() {
    shop.deliverAndWait("refunds/create", refund("pending", "100.00", "USD"));
    shop.deliverAndWait("orders/updated", with(refund("success", "100.00", "USD"), 90));
    assertThat(mail()).isEqualTo("SKIPPED REFUNDED");

    shop.deliverAndWait("orders/updated", with(refund("failure", "100.00", "USD"), 120));
    assertThat(mail()).isEqualTo("SCHEDULED");

    shop.deliverAndWait("refunds/create", refund("success", "100.00", "USD"));
    assertThat(mail()).as("told late").isEqualTo("SCHEDULED");
  }

  private JsonObject with(JsonObject refund, long seconds) {
    return order.with("refunds", new JsonArray().add(refund)).updatedAfter(seconds).json();
  }

  private JsonObject refund(String status, String amount, String currency) {
    JsonObject refund = order.refund(amount, 70);
    refund
        .getJsonArray("transactions")
        .getJsonObject(0)
        .put("status", status)
        .put("currency", currency);
    return refund;
  }

  private String mail() {
    return shop.mail(order.id());
  }
}
