package io.daybreak.orders.reviewmail;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.orders.testing.MailServer;
import io.daybreak.orders.testing.OrderJson;
import io.daybreak.orders.testing.ShopifyWire;
import io.daybreak.orders.testing.TestShop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The events that a shop may count the delay from, as Shopify tells them. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(MailServer.class)
@QuarkusTestResource(ShopifyWire.class)
class TriggerTest {

  private static final Duration DELAY = Duration.ofDays(3);

  private final OrderJson order = OrderJson.placed();

  @Test
  void createdCountsFromTheOrder() {
    TestShop shop = shopThatCountsFrom("CREATED");
    order.with("financial_status", "pending");

    shop.deliverAndWait("orders/create", order.json());

    assertThat(dueAt(shop)).isEqualTo(moment("created_at").plus(DELAY));
  }

  @Test
  void paidCountsFromThePaymentAndNotFromLaterNews() {
    TestShop shop = shopThatCountsFrom("PAID");
    shop.deliverAndWait("orders/create", order.with("financial_status", "pending").json());
    assertThat(shop.mail(order.id())).isEqualTo("WAITING PAYMENT");

    shop.deliverAndWait(
        "orders/paid", order.with("financial_status", "paid").updatedAfter(120).json());
    shop.deliverAndWait("orders/updated", order.updatedAfter(600).json());

    assertThat(dueAt(shop)).isEqualTo(moment("created_at").plusSeconds(120).plus(DELAY));
  }

  @Test
  void deliveredCountsFromTheArrivalAndNotFromThePosting() {
    TestShop shop = shopThatCountsFrom("DELIVERED");
    shop.deliverAndWait("orders/fulfilled", order.fulfilledAfter(60).json());
    assertThat(shop.mail(order.id())).isEqualTo("WAITING DELIVERY");
    JsonObject parcel = order.fulfilment(order.id() + 2, 60);

    shop.deliverAndWait(
        "fulfillments/update",
        parcel
            .copy()
            .put("shipment_status", "delivered")
            .put("updated_at", moment("created_at").plusSeconds(900).toString()));
    shop.deliverAndWait(
        "fulfillments/update",
        parcel
            .copy()
            .put("shipment_status", "in_transit")
            .put("updated_at", moment("created_at").plusSeconds(300).toString()));

    assertThat(dueAt(shop)).isEqualTo(moment("created_at").plusSeconds(900).plus(DELAY));
  }

  private static TestShop shopThatCountsFrom(String trigger) {
    return TestShop.register(
        TestShop.settings().put("trigger", trigger).put("delayDays", (int) DELAY.toDays()));
  }

  private Instant moment(String field) {
    return Instant.parse(order.json().getString(field));
  }

  private Instant dueAt(TestShop shop) {
    assertThat(shop.mail(order.id())).isEqualTo("SCHEDULED");
    return ((Timestamp) shop.mails(order.id()).get(0).get("due_at")).toInstant();
  }
}
