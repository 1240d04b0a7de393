package io.daybreak.orders.order;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.orders.testing.MailServer;
import io.daybreak.orders.testing.OrderJson;
import io.daybreak.orders.testing.ShopifyWire;
import io.daybreak.orders.testing.TestShop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(MailServer.class)
@QuarkusTestResource(ShopifyWire.class)
class OrderListTest {

  private TestShop shop;
  private OrderJson oldest;
  private OrderJson newest;

  @BeforeEach
  void threeOrders() {
    shop = TestShop.register(TestShop.settings().put("delayDays", 3));
    oldest = OrderJson.placed(Instant.parse("2026-11-01T00:00:00Z")).with("name", "#1");
    newest = OrderJson.placed(Instant.parse("2026-11-03T00:00:00Z")).fulfilledAfter(5);
    shop.deliverAndWait("orders/create", oldest.json());
    shop.deliverAndWait(
        "orders/create",
        OrderJson.placed(Instant.parse("2026-11-02T00:00:00Z"))
            .with("financial_status", "pending")
            .json());
    shop.deliverAndWait("orders/create", newest.json());
  }

  @Test
  void theNewestComeFirstPageByPage() {
    list(Map.of("size", 2))
        .body("total", equalTo(3))
        .body("items", hasSize(2))
        .body("items[0].id", equalTo(Long.toString(newest.id())))
        .body("items[0].total", equalTo("398.00"))
        .body("items[0].lines[0].title", equalTo("Green tea"));
    list(Map.of("size", 2, "page", 1)).body("items.id", contains(Long.toString(oldest.id())));
    list(Map.of("page", 7)).body("items", hasSize(0)).body("total", equalTo(3));
  }

  @Test
  void everyFilterNarrowsTheList() {
    list(Map.of("name", "#1")).body("items.id", contains(Long.toString(oldest.id())));
    list(Map.of("email", newest.email().toUpperCase())).body("total", equalTo(1));
    list(Map.of("order", newest.id())).body("total", equalTo(1));
    list(Map.of("financialStatus", "pending")).body("total", equalTo(1));
    list(Map.of("fulfilmentStatus", "fulfilled")).body("total", equalTo(1));
    list(Map.of("from", "2026-11-02T00:00:00Z")).body("total", equalTo(2));
    list(Map.of("to", "2026-11-02T00:00:00Z")).body("total", equalTo(1));
    list(Map.of("shop", shop.domain())).body("total", equalTo(3));
    shop.owner()
        .queryParam("shop", "other.myshopify.com")
        .get("/api/orders")
        .then()
        .statusCode(404);
  }

  @Test
  void aSearchFindsByNamesAddressAndId() {
    list(Map.of("q", " 1 ")).body("items.id", hasItem(Long.toString(oldest.id())));
    list(Map.of("q", newest.email().toUpperCase()))
        .body("items.id", contains(Long.toString(newest.id())));
    list(Map.of("q", newest.id())).body("total", equalTo(1));
    list(Map.of("q", "100%")).body("total", equalTo(0));
    list(Map.of("q", "  ")).body("total", equalTo(3));
    shop.owner().queryParam("q", "x".repeat(201)).get("/api/orders").then().statusCode(400);
  }

  @Test
  void pagesBeyondTheLimitsAreProblems() {
    for (Map<String, ?> wrong :
        List.<Map<String, ?>>of(Map.of("size", 201), Map.of("size", 0), Map.of("page", -1))) {
      shop.owner()
          .queryParams(wrong)
          .get("/api/orders")
          .then()
          .statusCode(400)
          .contentType("application/problem+json");
    }
  }

  @Test
  void nobodySeesTheOrdersOfOthers() {
    TestShop.register().owner().get("/api/orders").then().body("total", equalTo(0));
    TestShop.as("somebody", "marketer").get("/api/orders").then().statusCode(403);
    TestShop.as("boss", "operator")
        .queryParam("order", newest.id())
        .get("/api/orders")
        .then()
        .body("total", equalTo(1));
  }

  private ValidatableResponse list(Map<String, ?> query) {
    return shop.owner().queryParams(query).get("/api/orders").then().statusCode(200);
  }
}
