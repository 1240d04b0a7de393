package io.daybreak.orders.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.kit.alert.Finding;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.testing.WireFake;
import io.daybreak.orders.testing.Database;
import io.daybreak.orders.testing.MailServer;
import io.daybreak.orders.testing.OrderJson;
import io.daybreak.orders.testing.ShopifyWire;
import io.daybreak.orders.testing.TestShop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(MailServer.class)
@QuarkusTestResource(ShopifyWire.class)
class ReconciliationTest {

  @Inject Reconciliation reconciliation;
  @Inject RefusedTokensRule rule;

  private TestShop shop;
  private int requestsBefore;

  @BeforeEach
  void aShopOfWhichNothingIsKnownYetIsTheOnlyOneDue() {
    shop = TestShop.register(TestShop.settings().put("delayDays", 3));
    Database.execute(
        "update shop set created_at = now() - interval '1 day' where domain = ?", shop.domain());
    Database.execute(
        "insert into reconciliation (shop_id, seen_until, next_at)"
            + " select id, created_at, case when domain = ? then now() else 'infinity' end from shop"
            + " on conflict (shop_id) do update set next_at = 'infinity'",
        shop.domain());
    requestsBefore = ShopifyWire.wire().requests().size();
  }

  @Test
  void whatWasNeverDeliveredIsFetchedPageByPageAndTheNewestMomentRemembered() {
    OrderJson first = OrderJson.placed().updatedAfter(10);
    OrderJson second = OrderJson.placed().fulfilledAfter(60);
    ShopifyWire.wire().behave(ShopifyWire.page("cursor", first), ShopifyWire.page(null, second));

    reconciliation.reconcile();

    assertThat(shop.orders(first.id())).hasSize(1);
    assertThat(shop.mail(second.id())).isEqualTo("SCHEDULED");
    assertThat(requests()).isEqualTo(2);
    assertThat(state()).containsEntry("outcome", "DONE");
    assertThat(seenUntil())
        .isEqualTo(
            Instant.parse(second.json().getString("updated_at")).truncatedTo(ChronoUnit.SECONDS));
    assertThat(((Timestamp) state().get("next_at")).toInstant())
        .isAfter(Instant.now().plus(50, ChronoUnit.MINUTES));

    reconciliation.reconcile();
    assertThat(requests()).as("not again within the hour").isEqualTo(2);
  }

  @Test
  void aRoundThatEndsEarlyKeepsWhatItSawAndIsNotRepeatedByItself() {
    OrderJson first = OrderJson.placed().updatedAfter(10);
    ShopifyWire.wire()
        .behave(
            ShopifyWire.page("cursor", first), new WireFake.Answer(500, "application/json", "{}"));

    reconciliation.reconcile();
    reconciliation.reconcile();

    assertThat(shop.orders(first.id())).hasSize(1);
    assertThat(requests()).isEqualTo(2);
    assertThat(state()).containsEntry("outcome", "UNAVAILABLE");
    assertThat(seenUntil()).isEqualTo(Instant.parse(first.json().getString("updated_at")));
  }

  @Test
  void whatIsThereAlreadyAndNewerStays() {
    OrderJson order = OrderJson.placed().with("name", "#newer").updatedAfter(600);
    shop.deliverAndWait("orders/updated", order.json());
    ShopifyWire.wire()
        .behave(ShopifyWire.page(null, order.with("name", "#older").updatedAfter(10)));

    reconciliation.reconcile();

    assertThat(shop.orders(order.id()).get(0)).containsEntry("name", "#newer");
  }

  @Test
  void aTokenThatShopifyRefusesIsToldOnceForAllShops() {
    assertThat(rule.evaluate(Instant.now())).isEqualTo(Finding.NONE);
    ShopifyWire.wire().behave(ShopifyWire.error("ACCESS_DENIED"));

    reconciliation.reconcile();

    assertThat(rule.evaluate(Instant.now()).count()).isEqualTo(1);
    Database.execute("update reconciliation set outcome = null");
  }

  @Test
  void aShopThatAnotherProcessHasInHandIsLeftAlone() {
    Database.execute(
        "update reconciliation r set lease_until = now() + interval '1 minute' from shop s"
            + " where s.id = r.shop_id and s.domain = ?",
        shop.domain());

    reconciliation.reconcile();

    assertThat(requests()).isZero();
  }

  private int requests() {
    return ShopifyWire.wire().requests().size() - requestsBefore;
  }

  private Instant seenUntil() {
    return ((Timestamp) state().get("seen_until")).toInstant();
  }

  private Map<String, Object> state() {
    return Database.rows(
            "select r.* from reconciliation r join shop s on s.id = r.shop_id where s.domain = ?",
            shop.domain())
        .get(0);
  }
}
