package io.daybreak.orders.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.kit.testing.AuthorizationMatrix;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.testing.RequestFuzzer;
import io.daybreak.orders.testing.MailServer;
import io.daybreak.orders.testing.OrderJson;
import io.daybreak.orders.testing.ShopifyWire;
import io.daybreak.orders.testing.TestShop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(MailServer.class)
@QuarkusTestResource(ShopifyWire.class)
class HostileRequestsTest {

  private static final String FILE =
      """
      Id,Name,Email,Financial Status,Fulfillment Status,Fulfilled at,Created at,Cancelled at,\
      Accepts Marketing,Lineitem name,Lineitem quantity
      4711,#1001,a@example.com,paid,,,2026-11-01 10:00:00 +0900,,yes,Tea,1
      """;

  @Test
  void noRequestEndsInAnErrorAndNoRefusalLeavesAnything() {
    TestShop shop = TestShop.register();
    String upload =
        shop.upload("4711,#1001,a@example.com,paid,,,2026-11-01 10:00:00 +0900,,yes,Tea,1,\n")
            .path("id");
    String organisation =
        shop.owner().get("/api/organisations/" + AuthorizationMatrix.service()).path("[0].id");
    OrderJson order = OrderJson.placed();
    ShopifyWire.wire()
        .behave(ShopifyWire.data(new JsonObject().put("order", ShopifyWire.node(order))));

    assertThat(
            new RequestFuzzer(AuthorizationMatrix.read("authorization.txt"), shop.ownerName())
                .things(
                    path ->
                        path.replace("{shop}", shop.domain())
                            .replace("/imports/{id}", "/imports/" + upload)
                            .replace("/{service}/{id}", "/{service}/" + organisation)
                            .replace("{service}", AuthorizationMatrix.service())
                            .replace("{kind}", "REQUEST")
                            .replace("{orderId}", String.valueOf(order.id()))
                            .replace("/orders/import", "/orders/import?shop=" + shop.domain())
                            .replace("?shop=" + shop.domain() + "s", "s")
                            .replace("/catch-up", "/catch-up?since=2026-11-01T00:00:00Z"))
                .body("POST /api/shops", newShop())
                .body("PUT /api/shops/{shop}", change())
                .body("POST /api/orders/import", FILE)
                .body("POST /webhooks/shopify", order.json().encode())
                .signed("POST /webhooks/shopify", body -> signature(shop, body))
                .outside("shopify-unavailable") // the token of an app is asked for at once
                .slow(
                    "POST /api/shops/{shop}/mail-texts/{kind}/test-mail",
                    "PUT /api/orders/{shop}/{orderId}/sync")
                .faults(
                    "shop",
                    "mail_text",
                    "exclusion",
                    "unsubscribed_address",
                    "webhook_delivery",
                    "organisation_invitation",
                    "audit_entry"))
        .isEmpty();
  }

  private static Map<String, String> signature(TestShop shop, byte[] body) {
    return Map.of(
        "X-Shopify-Shop-Domain",
        shop.domain(),
        "X-Shopify-Hmac-Sha256",
        TestShop.sign(body, TestShop.SECRET),
        "X-Shopify-Topic",
        "orders/create",
        "X-Shopify-Webhook-Id",
        UUID.randomUUID().toString());
  }

  private static String newShop() {
    return new JsonObject()
        .put("domain", "hostile.myshopify.com")
        .put("webhookSecret", "secret")
        .put("apiToken", "token")
        .put("settings", TestShop.settings())
        .encode();
  }

  private static String change() {
    return new JsonObject().put("version", 0).put("settings", TestShop.settings()).encode();
  }
}
