package io.daybreak.orders.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.orders.testing.Database;
import io.daybreak.orders.testing.MailServer;
import io.daybreak.orders.testing.OrderJson;
import io.daybreak.orders.testing.ShopifyWire;
import io.daybreak.orders.testing.TestShop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(MailServer.class)
@QuarkusTestResource(ShopifyWire.class)
class ComplianceTest {

  @Inject ExportRetention retention;
  @Inject BlockingSql sql;

  private TestShop shop;
  private OrderJson order;

  @BeforeEach
  void aCustomerWithAPlannedMail() {
    shop = TestShop.register(TestShop.settings().put("delayDays", 3));
    order = OrderJson.placed().fulfilledAfter(60);
    shop.deliverAndWait("orders/fulfilled", order.json());
  }

  @Test
  void aDataRequestLeavesAnExportForTheMerchantAlone() {
    shop.deliverAndWait(
        "customers/data_request",
        about(order).put("orders_requested", ids(order)).put("data_request", id(9999)));

    String request = requests().getString("items[0].id");
    assertThat(requests().getString("items[0].topic")).isEqualTo("customers/data_request");
    assertThat(requests().getBoolean("items[0].hasExport")).isTrue();
    shop.owner()
        .get("/api/compliance-requests/" + request + "/export")
        .then()
        .statusCode(200)
        .body("orders[0].id", equalTo(Long.toString(order.id())))
        .body("orders[0].email", equalTo(order.email()))
        .body("orders[0].customerName", equalTo("Haneul"))
        .body("orders[0].items[0]", equalTo("Green tea"))
        .body("orders[0].mails[0].state", equalTo("SCHEDULED"));
    TestShop.register()
        .owner()
        .get("/api/compliance-requests/" + request + "/export")
        .then()
        .statusCode(404)
        .body("type", endsWith("/compliance-export-not-found"));
  }

  @Test
  void anExportGoesOnceTheMerchantHadTimeToHandItOver() {
    shop.deliverAndWait(
        "customers/data_request",
        about(order).put("orders_requested", ids(order)).put("data_request", id(9999)));
    forgetOldExports();
    assertThat(requests().getBoolean("items[0].hasExport")).isTrue();

    Database.execute(
        "update compliance_request set done_at = now() - interval '31 days' where shop_domain = ?",
        shop.domain());
    forgetOldExports();

    assertThat(requests().getBoolean("items[0].hasExport")).isFalse();
    assertThat(requests().getString("items[0].carriedOut")).isEqualTo("Exported 1 orders.");
  }

  @Test
  void aRedactedCustomerIsErasedForGoodAndTheirMailSkipped() {
    OrderJson other = OrderJson.placed().fulfilledAfter(60);
    shop.deliverAndWait("orders/fulfilled", other.json());

    shop.deliverAndWait("customers/redact", about(order).put("orders_to_redact", ids(order)));
    order.updatedAfter(700);
    shop.deliverAndWait("orders/updated", order.json());

    Map<String, Object> erased = shop.orders(order.id()).get(0);
    assertThat(erased.get("email")).isNull();
    assertThat(erased.get("address_hash")).isNull();
    assertThat(erased.get("customer_id")).isNull();
    assertThat(erased.get("customer_name")).isNull();
    assertThat(shop.mail(order.id())).isEqualTo("SKIPPED CUSTOMER_ERASED");
    assertThat(shop.mail(other.id())).isEqualTo("SCHEDULED");
    assertThat(payloads()).isZero();
    assertThat(requests().getString("items[0].carriedOut"))
        .isEqualTo("Erased the customer from 1 orders.");
  }

  @Test
  void aRedactedCustomerIsInNoExportAndInNoBadRowEither() {
    OrderJson other = OrderJson.placed().fulfilledAfter(60);
    shop.deliverAndWait("orders/fulfilled", other.json());
    for (OrderJson each : List.of(other, order)) {
      shop.deliverAndWait(
          "customers/data_request",
          about(each).put("orders_requested", ids(each)).put("data_request", id(each.id() + 6)));
    }
    String badRows =
        upload(
            "%d,#1,%s,free,,,2026-11-01,,no,Tea,1\n".formatted(order.id(), "typed@wrong")
                + "7,#2,%s,free,,,2026-11-01,,no,Tea,1\n".formatted(order.email().toUpperCase())
                + "8,#3,%s,free,,,2026-11-01,,no,Tea,1\n".formatted(other.email()));

    shop.deliverAndWait("customers/redact", about(order).put("orders_to_redact", ids(order)));

    assertThat(requests().getList("items.hasExport")).containsExactly(false, false, true);
    assertThat(shop.owner().get(badRows).asString())
        .contains("3,Financial Status")
        .contains(other.email())
        .doesNotContain("typed@wrong")
        .doesNotContainIgnoringCase(order.email());
  }

  @Test
  void aRedactionWithoutAnAddressEmptiesNobodysRows() {
    String badRows = upload("8,#3,a@example.com,free,,,2026-11-01,,no,Tea,1\n");
    JsonObject request = about(order).put("orders_to_redact", ids(order));
    request.getJsonObject("customer").put("email", "");

    shop.deliverAndWait("customers/redact", request);

    assertThat(shop.owner().get(badRows).asString()).contains("a@example.com");
  }

  @Test
  void aRepeatedRequestIsCarriedOutAndLoggedOnce() {
    String body = about(order).put("orders_to_redact", ids(order)).encode();

    for (int i = 0; i < 3; i++) {
      shop.deliver("customers/redact", "the-same-delivery", body).then().statusCode(200);
    }
    shop.deliverAndWait("orders/updated", order.updatedAfter(800).json());

    assertThat(requests().getInt("total")).isEqualTo(1);
  }

  @Test
  void aShopThatIsRedactedLeavesNothingButTheLog() {
    shop.deliverAndWait(
        "customers/data_request",
        about(order).put("orders_requested", ids(order)).put("data_request", id(9999)));
    shop.deliverAndWait(
        "app/uninstalled", new JsonObject().put("id", 1).put("myshopify_domain", shop.domain()));

    shop.deliverAndWait(
        "shop/redact", new JsonObject().put("shop_id", 1).put("shop_domain", shop.domain()));

    assertThat(shop.orders(order.id())).isEmpty();
    for (String table : List.of("shop_order", "review_mail", "mail_text", "csv_import")) {
      assertThat(
              Database.count(
                  "select count(*) from "
                      + table
                      + " t join shop s on s.id = t.shop_id where s.domain = ?",
                  shop.domain()))
          .as(table)
          .isZero();
    }
    assertThat(payloads()).isZero();
    assertThat(requests().getString("items[0].carriedOut"))
        .isEqualTo("Erased the shop with 1 orders.");
    assertThat(requests().getList("items.hasExport")).containsExactly(false, false);
    Map<String, Object> emptied =
        Database.rows("select * from shop where domain = ?", shop.domain()).get(0);
    assertThat(emptied.get("api_token")).isNull();
    assertThat(emptied.get("sender_address")).isEqualTo("");
  }

  /** Uploads rows that are bad; returns where they are to be read. */
  private String upload(String rows) {
    String id = shop.upload(rows).then().statusCode(200).extract().path("id");
    return "/api/orders/imports/" + id + "/bad-rows";
  }

  private JsonObject about(OrderJson order) {
    return new JsonObject()
        .put("shop_id", 1)
        .put("shop_domain", shop.domain())
        .put("customer", id(order.id() + 5).put("email", order.email()));
  }

  private static JsonObject id(long id) {
    return new JsonObject().put("id", id);
  }

  private static JsonArray ids(OrderJson order) {
    return new JsonArray().add(order.id());
  }

  private JsonPath requests() {
    return shop.owner().get("/api/compliance-requests").then().statusCode(200).extract().jsonPath();
  }

  /** Bodies of deliveries that are still kept. */
  private void forgetOldExports() {
    sql.changed(retention.statement(), retention.age(), 500);
  }

  private long payloads() {
    return Database.count(
        "select count(*) from webhook_delivery d join shop s on s.id = d.shop_id"
            + " where s.domain = ? and d.payload is not null",
        shop.domain());
  }
}
