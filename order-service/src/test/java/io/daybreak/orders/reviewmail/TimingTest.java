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
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** What counts as sent and as delivered, and what ends an order from outside. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(MailServer.class)
@QuarkusTestResource(ShopifyWire.class)
class TimingTest {

  private final OrderJson order = OrderJson.placed();

  @Test
  void deliveredMeansAllParcels() {
    TestShop shop = shop("DELIVERED", null);
    shop.deliverAndWait("orders/fulfilled", order.fulfilledAfter(60).json());
    shop.deliverAndWait("fulfillments/create", order.fulfilment(order.id() + 3, 70));

    shop.deliverAndWait("fulfillments/update", told(order.id() + 2, "delivered", 900));
    shop.deliverAndWait("fulfillments/update", told(order.id() + 3, "in_transit", 910));
    assertThat(shop.mail(order.id())).isEqualTo("WAITING DELIVERY");

    shop.deliverAndWait("fulfillments/update", told(order.id() + 3, "delivered", 1800));
    assertThat(shop.mail(order.id())).isEqualTo("SCHEDULED");
    assertThat(dueAt(shop)).isEqualTo(createdAt().plusSeconds(1800).plus(Duration.ofDays(3)));
  }

  @Test
  void whereNoCarrierTellsTheShopsDaysCount() {
    TestShop shop = shop("DELIVERED", 5);

    shop.deliverAndWait("orders/fulfilled", order.fulfilledAfter(60).json());
    assertThat(dueAt(shop)).isEqualTo(createdAt().plusSeconds(60).plus(Duration.ofDays(8)));

    shop.deliverAndWait("fulfillments/update", told(order.id() + 2, "in_transit", 300));
    assertThat(shop.mail(order.id()))
        .as("now a carrier tells")
        .isEqualTo("SKIPPED TRIGGER_WITHDRAWN");
    shop.deliverAndWait("fulfillments/update", told(order.id() + 2, "delivered", 900));
    assertThat(dueAt(shop)).isEqualTo(createdAt().plusSeconds(900).plus(Duration.ofDays(3)));
  }

  @Test
  void aPartOfAnOrderDoesNotCountAsSent() {
    TestShop shop = shop("FULFILLED", null);
    JsonObject kettle = line(1, "Kettle");
    JsonObject mug = line(2, "Mug");
    order.with("line_items", new JsonArray().add(kettle).add(mug));
    JsonObject first =
        order.fulfilment(order.id() + 2, 60).put("line_items", new JsonArray().add(kettle));
    JsonObject second =
        order.fulfilment(order.id() + 3, 600).put("line_items", new JsonArray().add(mug));

    shop.deliverAndWait("orders/create", order.json());
    assertThat(shop.mail(order.id())).isEqualTo("WAITING SHIPMENT");
    shop.deliverAndWait("fulfillments/create", first);
    assertThat(shop.mail(order.id())).isEqualTo("WAITING SHIPMENT");
    shop.deliverAndWait("fulfillments/create", second.copy().put("status", "pending"));
    assertThat(shop.mail(order.id())).as("has not left").isEqualTo("WAITING SHIPMENT");
    shop.deliverAndWait(
        "fulfillments/update", second.put("updated_at", createdAt().plusSeconds(700).toString()));

    assertThat(shop.mail(order.id())).isEqualTo("SCHEDULED");
  }

  @Test
  void whatShopifyCallsPartialWaits() {
    TestShop shop = shop("FULFILLED", null);

    shop.deliverAndWait(
        "orders/partially_fulfilled",
        order.fulfilledAfter(60).with("fulfillment_status", "partial").json());

    assertThat(shop.mail(order.id())).isEqualTo("WAITING SHIPMENT");
  }

  @Test
  void aDeletedOrderGetsNoMailWhateverComesLate() {
    TestShop shop = shop("FULFILLED", null);
    shop.deliverAndWait("orders/fulfilled", order.fulfilledAfter(60).json());

    shop.deliverAndWait("orders/delete", new JsonObject().put("id", order.id()));
    assertThat(shop.mail(order.id())).isEqualTo("SKIPPED ORDER_DELETED");
    shop.deliverAndWait("orders/updated", order.updatedAfter(600).json());

    assertThat(shop.mail(order.id())).isEqualTo("SKIPPED ORDER_DELETED");
  }

  @Test
  void consentWithdrawnAfterTheOrderCountsAndMayComeBack() {
    JsonObject settings = TestShop.settings().put("delayDays", 3);
    settings.getJsonObject("caps").put("onlyWithConsent", true);
    TestShop shop = TestShop.register(settings);
    shop.deliverAndWait("orders/fulfilled", order.fulfilledAfter(60).json());
    assertThat(shop.mail(order.id())).isEqualTo("SCHEDULED");

    shop.deliverAndWait("customers/update", customer("unsubscribed", 100));
    assertThat(shop.mail(order.id())).isEqualTo("SKIPPED NO_CONSENT");
    shop.deliverAndWait("customers/update", customer("subscribed", 50));
    assertThat(shop.mail(order.id())).as("told late").isEqualTo("SKIPPED NO_CONSENT");
    shop.deliverAndWait("customers/update", customer("subscribed", 200));

    assertThat(shop.mail(order.id())).isEqualTo("SCHEDULED");
  }

  @Test
  void aPreorderIsAsOldAsItsParcel() {
    TestShop shop = shop("FULFILLED", null);
    OrderJson preorder = OrderJson.placed(Instant.now().minus(200, ChronoUnit.DAYS));

    shop.deliverAndWait(
        "orders/fulfilled", preorder.fulfilledAfter(Duration.ofDays(199).toSeconds()).json());

    assertThat(shop.mail(preorder.id())).isEqualTo("SCHEDULED");
  }

  private static TestShop shop(String trigger, Integer fallbackDays) {
    return TestShop.register(
        TestShop.settings()
            .put("trigger", trigger)
            .put("delayDays", 3)
            .put("fallbackDays", fallbackDays));
  }

  private JsonObject told(long parcel, String shipment, long seconds) {
    return order
        .fulfilment(parcel, 60)
        .put("shipment_status", shipment)
        .put("updated_at", createdAt().plusSeconds(seconds).toString());
  }

  private JsonObject customer(String state, long seconds) {
    return new JsonObject()
        .put("id", order.id() + 5)
        .put("email", order.email())
        .put(
            "email_marketing_consent",
            new JsonObject()
                .put("state", state)
                .put("consent_updated_at", createdAt().plusSeconds(seconds).toString()));
  }

  private JsonObject line(long number, String title) {
    return new JsonObject()
        .put("id", order.id() + 100 + number)
        .put("title", title)
        .put("quantity", 1)
        .put("current_quantity", 1);
  }

  private Instant createdAt() {
    return Instant.parse(order.json().getString("created_at"));
  }

  private Instant dueAt(TestShop shop) {
    return ((Timestamp) shop.mails(order.id()).get(0).get("due_at")).toInstant();
  }
}
