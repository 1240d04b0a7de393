package io.daybreak.orders.csvimport;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
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

  private final Pool pool;
  private final CsvImportLog log;
  private final CsvImporter importer;
  private final CsvImportConfig config;

  CsvUploads(Pool pool, CsvImportLog log, CsvImporter importer, CsvImportConfig config) {
    this.pool = pool;
    this.log = log;
    this.importer = importer;
    this.config = config;
  }

  /** The import's id, when it has ended or the request has waited long enough. */
  Uni<UUID> take(long shopId, Path uploaded) {
    return keep(uploaded).chain(file -> start(shopId, file));
  }

  private Uni<UUID> start(long shopId, Path file) {
    return zone(shopId)
        .chain(
            zone ->
                log.start(shopId, file.toFile().length())
                    .chain(id -> untilSoon(id, importer.start(id, shopId, zone, file))))
        .onFailure()
        .invoke(() -> delete(file));
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

  private Uni<ZoneId> zone(long shopId) {
    return pool.preparedQuery(ZONE)
        .execute(Tuple.of(shopId))
        .map(rows -> ZoneId.of(rows.iterator().next().getString("time_zone")));
  }

  /** The request's own copy is deleted with the request; this one lives until the import ends. */
  private static Uni<Path> keep(Path uploaded) {
    return Uni.createFrom()
        .item(() -> move(uploaded))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

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
