package io.daybreak.orders.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.kit.testing.AuthorizationMatrix;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.orders.testing.MailServer;
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
class AuthorizationMatrixTest {

  @Test
  void everyOperationIsClosedToEverybodyWhoHasNoRightToIt() {
    TestShop shop = TestShop.register();
    String upload =
        shop.upload("4711,#1001,a@example.com,paid,,,2026-11-01 10:00:00 +0900,,yes,Tea,1,\n")
            .path("id");
    String organisation =
        shop.owner().get("/api/organisations/" + AuthorizationMatrix.service()).path("[0].id");
    String change =
        new JsonObject().put("version", 0).put("settings", TestShop.settings()).encode();

    assertThat(
            AuthorizationMatrix.read("authorization.txt")
                .faults(
                    path ->
                        path.replace("{shop}", shop.domain())
                            .replace("/imports/{id}", "/imports/" + upload)
                            .replace("/{service}/{id}", "/{service}/" + organisation)
                            .replace("{service}", AuthorizationMatrix.service())
                            .replace("{subject}", shop.ownerName())
                            .replace("{kind}", "REQUEST")
                            .replace("{orderId}", "4711")
                            .replace("{id}", UUID.randomUUID().toString()),
                    Map.of("SHOP_CHANGE", change)))
        .isEmpty();

    shop.owner().get("/api/shops/" + shop.domain()).then().statusCode(200);
    shop.owner().get("/api/orders/imports/" + upload).then().statusCode(200);
  }
}
