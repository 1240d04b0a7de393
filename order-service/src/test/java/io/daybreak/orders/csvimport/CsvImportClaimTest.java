package io.daybreak.orders.csvimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.work.Claim;
import io.daybreak.kit.work.ClaimLostException;
import io.daybreak.orders.testing.Database;
import io.daybreak.orders.testing.MailServer;
import io.daybreak.orders.testing.ShopifyWire;
import io.daybreak.orders.testing.TestShop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import is one process's, from the upload to its end, and is begun once. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(MailServer.class)
@QuarkusTestResource(ShopifyWire.class)
class CsvImportClaimTest {

  private static final String FILE =
      """
      Id,Name,Email,Financial Status,Fulfillment Status,Fulfilled at,Created at,Cancelled at,\
      Accepts Marketing,Lineitem name,Lineitem quantity
      4201,#1,a@example.com,paid,,,2026-11-01,,no,Tea,1
      """;

  @Inject CsvImportLog log;
  @Inject CsvImporter importer;
  @Inject BlockingSql sql;

  @TempDir Path folder;

  private TestShop shop;
  private Claim<CsvFileToImport> claim;

  @BeforeEach
  void take() throws IOException {
    shop = TestShop.register();
    Path file = Files.writeString(folder.resolve("orders.csv"), FILE);
    claim =
        log.start(
            Database.count("select id from shop where domain = ?", shop.domain()),
            ZoneOffset.UTC,
            file);
  }

  @Test
  void aFileIsClaimedBeforeItWaitsForAThread() {
    assertThat(row()).containsEntry("state", "RUNNING").containsEntry("claimed_by", claim.by());
  }

  @Test
  void theEndGivesTheClaimBackAndDeletesTheFile() {
    importer.start(claim).join();

    assertThat(row())
        .containsEntry("state", "DONE")
        .containsEntry("claimed_by", null)
        .containsEntry("claimed_until", null);
    assertThat(claim.work().file()).doesNotExist();
  }

  @Test
  void whatWasBegunIsNotBegunAgain() {
    importer.start(claim).join();
    Map<String, Object> done = row();

    importer.start(claim).join();

    assertThat(row()).isEqualTo(done).containsEntry("rows_read", 1L);
    assertThat(shop.orders(4201)).hasSize(1);
  }

  @Test
  void twoWhoBeginAtOnceImportNothingTwice() {
    List.of(importer.start(claim), importer.start(claim)).forEach(end -> end.join());

    assertThat(Database.count("select rows_read from csv_import where id = ?", claim.work().id()))
        .isLessThanOrEqualTo(1);
    assertThat(shop.orders(4201)).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void whoLostTheClaimNeitherWritesABatchNorTheEnd() {
    lose();
    Map<String, Object> lost = row();

    assertThatExceptionOfType(ClaimLostException.class)
        .isThrownBy(() -> log.failed(claim, CsvFault.INTERNAL.with()));
    assertThatExceptionOfType(ClaimLostException.class)
        .isThrownBy(() -> sql.run(tx -> log.done(tx, claim)));
    importer.start(claim).join();

    assertThat(row()).isEqualTo(lost).containsEntry("reason_code", "SERVICE_STOPPED");
    assertThat(shop.orders(4201)).isEmpty();
    assertThat(claim.work().file()).doesNotExist();
  }

  private void lose() {
    Database.execute(
        "update csv_import set claimed_until = '-infinity' where id = ?", claim.work().id());
    log.expire();
  }

  private Map<String, Object> row() {
    return Database.rows("select * from csv_import where id = ?", claim.work().id()).get(0);
  }
}
