package io.daybreak.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Several versions of one second that say different things. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(MailServer.class)
@QuarkusTestResource(ShopifyWire.class)
class TiesTest {

  private TestShop shop;
  private OrderJson order;

  @BeforeEach
  void register() {
    shop = TestShop.register();
    order = OrderJson.placed();
  }

  @Test
  void theLaterOfTwoDeliveriesIsKeptAndShopifyAskedOnce() {
    String right = order.email();
    shop.deliverAndWait("orders/create", order.email("typo-" + right).json());
    assertThat(wantedSyncs()).isZero();

    shop.deliverAndWait("orders/updated", order.email(right).json());
    assertThat(email()).isEqualTo(right);
    assertThat(wantedSyncs()).isEqualTo(1);

    Database.execute("delete from order_sync");
    shop.deliverAndWait("orders/updated", order.email("typo-" + right).json());
    assertThat(wantedSyncs()).as("once for a version").isZero();
  }

  @Test
  void theSameContentIsNoTie() {
    shop.deliverAndWait("orders/create", order.json());
    shop.deliverAndWait("orders/updated", order.json());

    assertThat(wantedSyncs()).isZero();
  }

  @Test
  void aNewerVersionIsNoTie() {
    shop.deliverAndWait("orders/create", order.json());
    shop.deliverAndWait(
        "orders/updated", order.email("new-" + order.email()).updatedAfter(5).json());

    assertThat(wantedSyncs()).isZero();
  }

  @Test
  void anOrderThatIsFurtherInTheSameSecondIsKeptAndShopifyAsked() {
    shop.deliverAndWait("orders/paid", order.json());
    shop.deliverAndWait("orders/create", order.with("financial_status", "pending").json());

    assertThat(shop.orders(order.id()).get(0)).containsEntry("financial_status", "paid");
    assertThat(wantedSyncs()).isEqualTo(1);
  }

  @Test
  void aShopThatCannotBeAskedKeepsWhatWasToldLast() {
    Database.execute("update shop set api_token = null where domain = ?", shop.domain());
    shop.deliverAndWait("orders/create", order.email("typo-" + order.email()).json());
    shop.deliverAndWait(
        "orders/updated", order.email("right-" + order.id() + "@example.com").json());

    assertThat(email()).startsWith("right-");
    assertThat(wantedSyncs()).isZero();
  }

  private String email() {
    return (String) shop.orders(order.id()).get(0).get("email");
  }

  private long wantedSyncs() {
    return Database.count(
        "select count(*) from order_sync w join shop_order o on o.id = w.order_id"
            + " where o.shopify_id = ?",
        order.id());
  }
}
