package io.daybreak.orders.unsubscribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

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
class SuppressionTest {

  private TestShop shop;
  private String list;

  @BeforeEach
  void register() {
    shop = TestShop.register(TestShop.settings().put("delayDays", 3));
    list = "/api/shops/" + shop.domain() + "/suppressions";
  }

  @Test
  void anAddressThatTheShopAddsGetsNoMailAndWhatWaitsIsSkipped() {
    OrderJson waiting = OrderJson.placed().fulfilledAfter(60);
    shop.deliverAndWait("orders/fulfilled", waiting.json());

    shop.owner()
        .body("{\"address\":\"" + waiting.email().toUpperCase() + "\"}")
        .post(list)
        .then()
        .statusCode(200)
        .body("added", equalTo(1));

    assertThat(shop.mail(waiting.id())).isEqualTo("SKIPPED UNSUBSCRIBED");
    shop.owner()
        .queryParam("q", waiting.email())
        .get(list)
        .then()
        .body("items[0].origin", equalTo("SHOP"));
    shop.owner().queryParam("q", "x@example.com").get(list).then().body("total", equalTo(0));
  }

  @Test
  void anImportTellsWhichLinesAreNoAddresses() {
    shop.owner()
        .body(
            "{\"addresses\":[\"a@example.com\",\"\",\"nobody\",\"A@example.com\",\"b@example.com\"]}")
        .post(list + "/import")
        .then()
        .statusCode(200)
        .body("added", equalTo(2))
        .body("invalid", contains(3))
        .body("invalidTotal", equalTo(1));
    shop.owner()
        .body("{\"addresses\":[\"a@example.com\"]}")
        .post(list + "/import")
        .then()
        .body("added", equalTo(0))
        .body("known", equalTo(1));
  }

  @Test
  void whatACustomerSaidTakesAConfirmationToUndo() {
    Database.execute(
        "insert into unsubscribed_address (shop_id, address_hash) select id, 'hash' from shop"
            + " where domain = ?",
        shop.domain());

    shop.owner()
        .delete(list + "/hash")
        .then()
        .statusCode(409)
        .body("type", endsWith("/suppression-by-customer"));
    shop.owner().delete(list + "/hash?confirm=yes").then().statusCode(400);
    shop.owner().delete(list + "/hash?confirm=true").then().statusCode(204);
    shop.owner().delete(list + "/hash").then().statusCode(404);
  }

  @Test
  void nobodyElseSeesTheList() {
    TestShop.register().owner().get(list).then().statusCode(404);
    shop.owner().body("{\"address\":\"nobody\"}").post(list).then().statusCode(400);
  }
}
