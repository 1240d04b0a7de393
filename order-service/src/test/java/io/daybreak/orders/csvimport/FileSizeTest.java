package io.daybreak.orders.csvimport;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.orders.testing.MailServer;
import io.daybreak.orders.testing.ShopifyWire;
import io.daybreak.orders.testing.TestShop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** A file of orders goes to disk, so that the limit of what is held in memory is none for it. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(MailServer.class)
@QuarkusTestResource(ShopifyWire.class)
class FileSizeTest {

  private static final int ROWS = 10;
  private static final String HALF_A_MEGABYTE = "x".repeat(500_000);

  @Test
  void aFileMayBeLargerThanAnyOtherBody() {
    TestShop shop = TestShop.register();
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < ROWS; i++) {
      rows.append("3%03d,#1,a@example.com,paid,,,2026-11-01,,no,Tea,1,".formatted(i))
          .append(HALF_A_MEGABYTE)
          .append('\n');
    }

    String id = shop.upload(rows.toString()).then().statusCode(lessThan(300)).extract().path("id");

    await()
        .untilAsserted(
            () ->
                shop.owner()
                    .get("/api/orders/imports/" + id)
                    .then()
                    .body("state", equalTo("DONE"))
                    .body("ordersNew", equalTo(ROWS)));
  }
}
