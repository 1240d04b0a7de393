package io.daybreak.orders.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.kit.testing.AuthorizationMatrix;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.testing.ScopeProperty;
import io.daybreak.orders.testing.MailServer;
import io.daybreak.orders.testing.OrderJson;
import io.daybreak.orders.testing.ShopifyWire;
import io.daybreak.orders.testing.TestShop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(MailServer.class)
@QuarkusTestResource(ShopifyWire.class)
class ScopeTest {

  private static final String OPERATORS = "of the service itself, for operators";
  private static final String PUBLIC = "for customers without an account, by a token";

  @Test
  void nobodySeesARowOutsideOfTheirOrganisations() {
    ScopeProperty scopes =
        new ScopeProperty(AuthorizationMatrix.read("authorization.txt"))
            .without("GET /api/organisations/{service}/all", OPERATORS)
            .without("GET /api/alerts/{service}", OPERATORS)
            .without("GET /api/doctor/{service}", OPERATORS)
            .without("GET /api/dead-letters/{service}", OPERATORS)
            .without("GET /api/dead-letters/{service}/{id}", OPERATORS)
            .without("GET /reviews/form", PUBLIC)
            .without("GET /unsubscribe", PUBLIC);
    for (int i = 0; i < 3; i++) {
      plant(scopes);
    }

    assertThat(scopes.faults("merchant")).isEmpty();
  }

  private static void plant(ScopeProperty scopes) {
    TestShop shop = TestShop.register(TestShop.settings().put("delayDays", 3));
    String organisations = "/api/organisations/" + AuthorizationMatrix.service();
    String own = shop.owner().get(organisations).path("[0].id");
    String path = "/api/shops/" + shop.domain();
    OrderJson order = OrderJson.placed();
    shop.deliverAndWait("orders/create", order.json());
    shop.deliverAndWait(
        "customers/data_request",
        new JsonObject()
            .put("shop_domain", shop.domain())
            .put("customer", new JsonObject().put("id", order.id() + 5).put("email", order.email()))
            .put("orders_requested", new JsonArray().add(order.id()))
            .put("data_request", new JsonObject().put("id", 9999)));
    String request = shop.owner().get("/api/compliance-requests").path("items[0].id");
    String bad = "bad@" + shop.domain();
    String upload = shop.upload("x,#1,%s,paid,,,2026-11-01,,no,Tea,1,\n".formatted(bad)).path("id");
    String blocked = "blocked@" + shop.domain();
    shop.owner()
        .body(new JsonObject(Map.of("address", blocked)).encode())
        .post(path + "/suppressions")
        .then()
        .statusCode(200);
    String orderId = String.valueOf(order.id());
    String mail = shop.mailId(order.id());

    scopes
        .row("GET /api/organisations/{service}", own, organisations, own)
        .row(
            "GET /api/organisations/{service}/{id}/members",
            own,
            organisations + "/" + own + "/members",
            shop.ownerName())
        .row("GET /api/audit/{service}", own, "/api/audit/" + AuthorizationMatrix.service(), "")
        .row("GET /api/shops", own, "/api/shops", shop.domain())
        .row("GET /api/shops/{shop}", own, path, shop.domain())
        .row("GET /api/shops/{shop}/access", own, path + "/access", "")
        .row("GET /api/shops/{shop}/backlog", own, path + "/backlog", "")
        .row("GET /api/shops/{shop}/exclusions", own, path + "/exclusions", "")
        .row("GET /api/shops/{shop}/mail-texts/{kind}", own, path + "/mail-texts/REQUEST", "")
        .row("GET /api/shops/{shop}/suppressions", own, path + "/suppressions", blocked)
        .row("GET /api/orders", own, "/api/orders", orderId)
        .row("GET /api/orders/imports", own, "/api/orders/imports", upload)
        .row("GET /api/orders/imports/{id}", own, "/api/orders/imports/" + upload, upload)
        .row(
            "GET /api/orders/imports/{id}/bad-rows",
            own,
            "/api/orders/imports/" + upload + "/bad-rows",
            bad)
        .row("GET /api/review-mails", own, "/api/review-mails", mail)
        .row("GET /api/review-mails/{id}", own, "/api/review-mails/" + mail, mail)
        .row("GET /api/compliance-requests", own, "/api/compliance-requests", request)
        .row(
            "GET /api/compliance-requests/{id}/export",
            own,
            "/api/compliance-requests/" + request + "/export",
            orderId);
  }
}
