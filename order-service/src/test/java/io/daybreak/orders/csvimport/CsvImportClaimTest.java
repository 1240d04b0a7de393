package io.daybreak.orders.csvimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.orders.testing.Database;
import io.daybreak.orders.testing.MailServer;
import io.daybreak.orders.testing.ShopifyWire;
import io.daybreak.orders.testing.TestShop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An import is its process's as long as that gives signs of life, and nobody's afterwards. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(MailServer.class)
@QuarkusTestResource(ShopifyWire.class)
class CsvImportClaimTest {

  private static final String HEADER = OrderFile.HEADER;

  private TestShop shop;

  @BeforeEach
  void register() {
    shop = TestShop.register(TestShop.settings());
  }

  @Test
  void anImportThatTakesLongIsAnsweredWithAPlaceToAskAndKeepsItsLease() throws SQLException {
    String csv = HEADER + "4001,#1,a@example.com,paid,,,2026-11-01,,no,Tea,1\n";
    upload(csv).statusCode(200);

    String id;
    try (Connection other = Database.connect()) {
      other.setAutoCommit(false);
      other
          .createStatement()
          .execute("select 1 from shop_order where shopify_id = 4001 for update");
      id =
          upload(csv)
              .statusCode(202)
              .header("Location", containsString("/api/orders/imports/"))
              .body("state", equalTo("RUNNING"))
              .extract()
              .path("id");
      Instant begun = Instant.now();
      await("longer than a lease")
          .atMost(Duration.ofSeconds(15))
          .until(() -> Instant.now().isAfter(begun.plusSeconds(5)));
      other.rollback();
    }

    await().untilAsserted(() -> get(id).body("state", equalTo("DONE")));
    get(id).body("ordersUnchanged", equalTo(1));
  }

  @Test
  void anImportWhoseProcessDiedIsGivenUpWithAReason() {
    String id = upload(HEADER).statusCode(200).extract().path("id");
    Database.execute(
        "update csv_import set state = 'RUNNING', claimed_by = 'killed',"
            + " claimed_until = now() - interval '1 second'"
            + " where id = ?::uuid",
        id);

    await()
        .untilAsserted(
            () ->
                get(id)
                    .body("state", equalTo("FAILED"))
                    .body("reason", containsString("Upload the file again")));
  }

  @Test
  void anImporterThatWasPausedUntilItsClaimWasLostWritesNothingMore() throws SQLException {
    upload(HEADER + "4101,#1,a@example.com,paid,,,2026-11-01,,no,Tea,1\n").statusCode(200);
    String id;
    try (Connection other = Database.connect()) {
      other.setAutoCommit(false);
      other
          .createStatement()
          .execute("select 1 from shop_order where shopify_id = 4101 for update");
      id =
          upload(
                  HEADER
                      + "4101,#1,a@example.com,refunded,,,2026-11-01,,no,Tea,1\n"
                      + "4102,#2,b@example.com,paid,,,2026-11-01,,no,Tea,1\n"
                      + "x,#3,,,,,,,,,\n")
              .statusCode(202)
              .extract()
              .path("id");
      Database.execute("update csv_import set claimed_until = '-infinity' where id = ?::uuid", id);
      await().untilAsserted(() -> get(id).body("reason", containsString("Upload the file again")));
      other.rollback();
    }

    await("the importer has stopped")
        .until(
            () ->
                Database.count(
                        "select count(*) from pg_stat_activity where datname = current_database()"
                            + " and xact_start is not null and pid <> pg_backend_pid()")
                    == 0);
    get(id)
        .body("state", equalTo("FAILED"))
        .body("rowsRead", equalTo(0))
        .body("badRows", equalTo(List.of()));
    assertThat(shop.orders(4102)).isEmpty();
    assertThat(shop.orders(4101).get(0)).containsEntry("financial_status", "paid");
  }

  private ValidatableResponse get(String id) {
    return shop.owner().get("/api/orders/imports/" + id).then();
  }

  private ValidatableResponse upload(String csv) {
    return OrderFile.upload(shop, csv.getBytes(StandardCharsets.UTF_8), shop.domain());
  }
}
