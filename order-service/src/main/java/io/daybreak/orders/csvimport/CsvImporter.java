package io.daybreak.orders.csvimport;

import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.textfile.TextFile;
import io.daybreak.kit.work.Claim;
import io.daybreak.kit.work.ClaimLostException;
import io.daybreak.kit.work.Worker;
import io.daybreak.orders.compliance.ErasedCustomers;
import io.daybreak.orders.order.Applied;
import io.daybreak.orders.order.OrderIntake;
import io.daybreak.orders.order.OrderSnapshot;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jboss.logging.Logger;

/**
 * Imports files on threads of its own, a batch of orders a transaction, so that neither a request
 * nor the memory grows with the file. A file is claimed before it waits for a thread.
 */
@ApplicationScoped
class CsvImporter {

  private static final Logger LOG = Logger.getLogger(CsvImporter.class);

  /** A nudge that is missed costs no more than this. */
  private static final Duration POLL = Duration.ofSeconds(5);

  private static final Duration GRACE = Duration.ofSeconds(30);

  private final CsvImportLog log;
  private final CsvImportConfig config;
  private final OrderIntake intake;
  private final CsvCorrections corrections;
  private final ErasedCustomers erased;
  private final BlockingSql sql;
  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
  private final Worker worker;

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
    this.worker = new Worker("csv-import", config.filesAtOnce(), POLL, this::next);
  }

  /** Imports a claimed file in the background and deletes it; completes when that has ended. */
  CompletableFuture<Void> start(Claim<CsvFileToImport> claim) {
    CompletableFuture<Void> end = new CompletableFuture<>();
    waiting.add(() -> run(claim, end));
    worker.nudge();
    return end;
  }

  void start(@Observes StartupEvent event) {
    worker.start();
  }

  /** What is not ended by then is left to expire, and those that still wait as well. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    worker.stop(GRACE);
  }

  private Optional<Runnable> next() {
    return Optional.ofNullable(waiting.poll());
  }

  private void run(Claim<CsvFileToImport> claim, CompletableFuture<Void> end) {
    try (claim) {
      read(claim);
    } finally {
      delete(claim.work().file());
      end.complete(null);
    }
  }

  /** Ends the import as long as it is this claim's; whoever took it away has said why. */
  private void read(Claim<CsvFileToImport> claim) {
    UUID id = claim.work().id();
    try {
      claim.check();
      store(claim);
      sql.run(
          tx -> {
            tx.call(connection -> erased.emptyBadRows(connection, id));
            log.done(tx, claim);
          });
    } catch (CsvUnusableException e) {
      log.failed(claim, e.fault());
    } catch (UncheckedIOException e) {
      LOG.warnf(e, "The file of CSV import %s could not be read", id);
      log.failed(claim, CsvFault.UNREADABLE.with());
    } catch (ClaimLostException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.errorf(e, "CSV import %s failed", id);
      log.failed(claim, CsvFault.INTERNAL.with());
    }
  }

  private void store(Claim<CsvFileToImport> claim) {
    CsvFileToImport work = claim.work();
    CsvFile.ByteCounter counter = new CsvFile.ByteCounter();
    ImportBatch batch =
        new ImportBatch(config.batch(), config.badRowsKept(), step -> write(claim, counter, step));
    OrderAssembler assembler =
        new OrderAssembler(work.zone(), config.openOrders(), batch::add, batch::add);
    try {
      TextFile.Options options = CsvFile.look(work.file());
      log.readAs(claim, options);
      try (TextFile text = CsvFile.open(work.file(), options, counter)) {
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

  private void write(
      Claim<CsvFileToImport> claim, CsvFile.ByteCounter counter, ImportBatch.Content step) {
    long shopId = claim.work().shopId();
    List<OrderSnapshot> orders = step.orders();
    claim.check();
    sql.run(
        tx -> {
          Map<Applied, Integer> applied =
              tx.call(
                  connection ->
                      intake
                          .applyAll(connection, shopId, orders)
                          .chain(did -> corrections.apply(connection, shopId, orders, did)));
          log.step(
              tx,
              claim,
              new CsvImportLog.Step(
                  counter.bytes(), step.rows(), step.rowsBad(), step.badRows(), applied));
        });
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warnf("The uploaded file %s could not be deleted", file.getFileName());
    }
  }
}
