package io.daybreak.orders.compliance;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person who is planted everywhere is found nowhere after their erasure. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(MailServer.class)
@QuarkusTestResource(ShopifyWire.class)
class WholeErasureTest {

  private String person;
  private String address;
  private TestShop shop;
  private OrderJson order;

  @BeforeEach
  void aPersonEverywhere() {
    shop = TestShop.register(TestShop.settings().put("delayDays", 3));
    order = OrderJson.placed();
    person = "planted" + order.id();
    address = person + ".kim@privacy.example";
    JsonObject line = order.json().getJsonArray("line_items").getJsonObject(0);
    order
        .email(address)
        .with("line_items", new JsonArray().add(line.put("title", "To " + person + " with love")));
    JsonObject json = order.fulfilledAfter(60).json();
    json.getJsonObject("customer").put("first_name", person);
    shop.deliverAndWait("orders/fulfilled", json);
    shop.deliverAndWait("customers/update", consent());
    shop.upload(badRows()).then().statusCode(200);
    suppress();
    shop.owner()
        .body(new JsonObject().put("customers", new JsonArray().add(address)).encode())
        .put("/api/shops/" + shop.domain() + "/exclusions")
        .then()
        .statusCode(200);
    shop.deliverAndWait(
        "customers/data_request",
        request("orders_requested").put("data_request", new JsonObject().put("id", 1)));
    assertThat(found()).as("the person is there").isNotEmpty();
  }

  @Test
  void nothingOfThemIsLeftAndNothingBringsThemBack() {
    shop.deliverAndWait("customers/redact", request("orders_to_redact"));
    assertThat(found()).isEmpty();

    shop.upload(badRows()).then().statusCode(200);
    shop.upload(
            "%d,#5,%s,paid,fulfilled,2026-11-02,2026-11-01,,no,Tea,1,\n"
                .formatted(order.id() + 500, address))
        .then()
        .statusCode(200);
    shop.deliverAndWait("orders/updated", order.updatedAfter(600).json());

    assertThat(found()).isEmpty();
  }

  /** Rows that are no orders because of how the address is written. */
  private String badRows() {
    return String.join(
        "",
        "x,#1,%s @privacy.example,,,,2026-11-01,,,Tea,1,\n".formatted(person + ".kim"),
        "y,#2,Kim <%s>,,,,2026-11-01,,,Tea,1,\n".formatted(address),
        "z,#3,%s,,,,2026-11-01,,,Tea,1,\n".formatted(address.toUpperCase()));
  }

  private JsonObject consent() {
    return new JsonObject()
        .put("id", order.id() + 5)
        .put("email", address)
        .put(
            "email_marketing_consent",
            new JsonObject()
                .put("state", "subscribed")
                .put("consent_updated_at", "2026-11-01T00:00:00Z"));
  }

  private void suppress() {
    shop.owner()
        .body(new JsonObject().put("address", address).encode())
        .post("/api/shops/" + shop.domain() + "/suppressions")
        .then()
        .statusCode(200);
  }

  private JsonObject request(String orders) {
    return new JsonObject()
        .put("shop_id", 1)
        .put("shop_domain", shop.domain())
        .put("customer", new JsonObject().put("id", order.id() + 5).put("email", address))
        .put(orders, new JsonArray().add(order.id()));
  }

  /** Every table that has a row with the person in it, in whatever column, payloads included. */
  private List<String> found() {
    List<String> tables = new ArrayList<>();
    Database.rows(
            "select table_name from information_schema.tables"
                + " where table_schema = 'public' and table_type = 'BASE TABLE'")
        .forEach(row -> tables.add(row.get("table_name").toString()));
    tables.removeIf(
        table ->
            Database.count(
                    "select count(*) from \""
                        + table
                        + "\" t where t::text ilike '%' || ? || '%'"
                        + (table.equals("webhook_delivery")
                            ? " or position(convert_to('" + person + "', 'UTF8') in payload) > 0"
                            : ""),
                    person)
                == 0);
    return tables;
  }
}
