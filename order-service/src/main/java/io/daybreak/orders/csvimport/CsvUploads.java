package io.daybreak.orders.csvimport;

import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.work.Claim;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Takes an uploaded file out of the request and has it imported. */
@ApplicationScoped
class CsvUploads {

  private static final String ZONE = "select time_zone from shop where id = $1";

  private final BlockingSql sql;
  private final CsvImportLog log;
  private final CsvImporter importer;
  private final CsvImportConfig config;

  CsvUploads(BlockingSql sql, CsvImportLog log, CsvImporter importer, CsvImportConfig config) {
    this.sql = sql;
    this.log = log;
    this.importer = importer;
    this.config = config;
  }

  /** The import's id, when it has ended or the request has waited long enough. */
  Uni<UUID> take(long shopId, Path uploaded) {
    return Uni.createFrom()
        .item(() -> claim(shopId, uploaded))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .chain(claim -> untilSoon(claim.work().id(), importer.start(claim)));
  }

  private Claim<CsvFileToImport> claim(long shopId, Path uploaded) {
    ZoneId zone = ZoneId.of(sql.one(ZONE, shopId).getString("time_zone"));
    Path file = move(uploaded);
    try {
      return log.start(shopId, zone, file);
    } catch (RuntimeException e) {
      delete(file);
      throw e;
    }
  }

  private Uni<UUID> untilSoon(UUID id, CompletableFuture<Void> end) {
    // a copy, since a wait that ends early cancels what it waits for
    return Uni.createFrom()
        .completionStage(end.copy())
        .ifNoItem()
        .after(config.answerWithin())
        .recoverWithItem(() -> null)
        .replaceWith(id);
  }

  /** The request's own copy is deleted with the request; this one lives until the import ends. */
  private static Path move(Path uploaded) {
    try {
      Path file = Files.createTempFile("orders-", ".csv");
      return Files.move(uploaded, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
