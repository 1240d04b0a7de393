package io.daybreak.orders.csvimport;

import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.textfile.TextFile;
import io.daybreak.orders.compliance.ErasedCustomers;
import io.daybreak.orders.order.OrderIntake;
import io.daybreak.orders.order.OrderSnapshot;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
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

  private final CsvImportLog log;
  private final CsvImportConfig config;
  private final OrderIntake intake;
  private final CsvCorrections corrections;
  private final ErasedCustomers erased;
  private final BlockingSql sql;
  private final ExecutorService threads;
  private final Set<UUID> inHand = ConcurrentHashMap.newKeySet();

  CsvImporter(
      CsvImportLog log,
      CsvImportConfig config,
      OrderIntake intake,
      CsvCorrections corrections,
      ErasedCustomers erased,
      BlockingSql sql) {
    this.log = log;
    this.config = config;
    this.intake = intake;
    this.corrections = corrections;
    this.erased = erased;
    this.sql = sql;
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
      sql.run(tx -> tx.call(connection -> erased.emptyBadRows(connection, id)));
      sql.await(log.done(id));
    } catch (CsvUnusableException e) {
      fail(id, e.fault());
    } catch (UncheckedIOException e) {
      LOG.warnf(e, "The file of CSV import %s could not be read", id);
      fail(id, CsvFault.UNREADABLE.with());
    } catch (RuntimeException e) {
      LOG.errorf(e, "CSV import %s failed", id);
      fail(id, CsvFault.INTERNAL.with());
    } finally {
      delete(file);
    }
  }

  private void read(UUID id, long shopId, ZoneId zone, Path file) {
    CsvFile.ByteCounter counter = new CsvFile.ByteCounter();
    ImportBatch batch =
        new ImportBatch(
            config.batch(), config.badRowsKept(), step -> write(id, shopId, counter, step));
    OrderAssembler assembler =
        new OrderAssembler(zone, config.openOrders(), batch::add, batch::add);
    try {
      TextFile.Options options = CsvFile.look(file);
      sql.await(log.readAs(id, options));
      try (TextFile text = CsvFile.open(file, options, counter)) {
        read(text, batch, assembler);
      }
      assembler.finish();
      batch.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void read(TextFile text, ImportBatch batch, OrderAssembler assembler)
      throws IOException {
    TextFile.Line first = text.next();
    CsvHeader header = CsvHeader.read(first == null ? List.of() : first.cells(), text.separator());
    for (TextFile.Line line = text.next(); line != null; line = text.next()) {
      CsvRow row = header.row(line.number(), line.cells());
      if (!row.isEmpty()) {
        batch.countRow();
        assembler.accept(row);
      }
    }
  }

  private void write(UUID id, long shopId, CsvFile.ByteCounter counter, ImportBatch.Content step) {
    List<OrderSnapshot> orders = step.orders();
    sql.run(
        tx ->
            tx.call(
                connection ->
                    intake
                        .applyAll(connection, shopId, orders)
                        .chain(applied -> corrections.apply(connection, shopId, orders, applied))
                        .chain(
                            applied ->
                                log.step(
                                    connection,
                                    id,
                                    new CsvImportLog.Step(
                                        counter.bytes(),
                                        step.rows(),
                                        step.rowsBad(),
                                        step.badRows(),
                                        applied)))));
  }

  private void fail(UUID id, CsvFault.Told fault) {
    sql.await(log.failed(id, fault));
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warnf("The uploaded file %s could not be deleted", file.getFileName());
    }
  }
}
