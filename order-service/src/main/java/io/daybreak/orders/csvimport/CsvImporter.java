package io.daybreak.orders.csvimport;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.daybreak.orders.order.OrderIntake;
import io.daybreak.orders.order.OrderSnapshot;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * Imports files on threads of its own, a batch of orders a transaction, so that neither a request
 * nor the memory grows with the file.
 */
@ApplicationScoped
class CsvImporter {

  private static final Logger LOG = Logger.getLogger(CsvImporter.class);

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final CsvImportLog log;
  private final CsvImportConfig config;
  private final OrderIntake intake;
  private final Pool pool;
  private final ExecutorService threads;
  private final Set<UUID> inHand = ConcurrentHashMap.newKeySet();

  CsvImporter(CsvImportLog log, CsvImportConfig config, OrderIntake intake, Pool pool) {
    this.log = log;
    this.config = config;
    this.intake = intake;
    this.pool = pool;
    this.threads =
        Executors.newFixedThreadPool(config.filesAtOnce(), task -> new Thread(task, "csv-import"));
  }

  /** Imports a file in the background and deletes it; completes when the result is written. */
  CompletableFuture<Void> start(UUID id, long shopId, ZoneId zone, Path file) {
    inHand.add(id);
    return CompletableFuture.runAsync(() -> run(id, shopId, zone, file), threads)
        .whenComplete((done, failure) -> inHand.remove(id));
  }

  @Scheduled(
      every = "${daybreak.csv-import.sweep-every:30s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> renewLeases() {
    return log.renew(Set.copyOf(inHand));
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }

  private void run(UUID id, long shopId, ZoneId zone, Path file) {
    try {
      read(id, shopId, zone, file);
      log.done(id).await().atMost(PATIENCE);
    } catch (CsvUnusableException e) {
      fail(id, e.getMessage());
    } catch (CsvParseException e) {
      fail(id, "The file is not CSV: a quote is open, or a field is too long.");
    } catch (UncheckedIOException e) {
      boolean text = !(e.getCause() instanceof CharacterCodingException);
      fail(id, text ? "The file could not be read." : "The file is neither UTF-8 nor CP949.");
    } catch (RuntimeException e) {
      LOG.errorf(e, "CSV import %s failed", id);
      fail(id, "The service failed; its log has the cause. Upload the file again later.");
    } finally {
      delete(file);
    }
  }

  private void read(UUID id, long shopId, ZoneId zone, Path file) {
    CsvFile.ByteCounter counter = new CsvFile.ByteCounter();
    ImportBatch batch =
        new ImportBatch(
            config.batch(), config.badRowsKept(), step -> write(id, shopId, counter, step));
    OrderAssembler assembler = new OrderAssembler(zone, batch::add, batch::add);
    try (Reader text = CsvFile.open(file, CsvFile.charset(file), counter);
        CsvReader<CsvRecord> csv =
            CsvReader.builder().allowExtraFields(true).allowMissingFields(true).ofCsvRecord(text)) {
      Iterator<CsvRecord> records = csv.iterator();
      CsvHeader header = CsvHeader.read(records.hasNext() ? records.next().getFields() : List.of());
      while (records.hasNext()) {
        CsvRecord record = records.next();
        CsvRow row = header.row(record.getStartingLineNumber(), record.getFields());
        if (!row.isEmpty()) {
          batch.countRow();
          assembler.accept(row);
        }
      }
      assembler.finish();
      batch.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(UUID id, long shopId, CsvFile.ByteCounter counter, ImportBatch.Content step) {
    List<OrderSnapshot> orders = step.orders();
    pool.withTransaction(
            tx ->
                intake
                    .applyAll(tx, shopId, orders)
                    .chain(
                        applied ->
                            log.step(
                                tx,
                                id,
                                new CsvImportLog.Step(
                                    counter.bytes(),
                                    step.rows(),
                                    step.rowsBad(),
                                    step.badRows(),
                                    applied))))
        .await()
        .atMost(PATIENCE);
  }

  private void fail(UUID id, String reason) {
    log.failed(id, reason).await().atMost(PATIENCE);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warnf("The uploaded file %s could not be deleted", file.getFileName());
    }
  }
}
