package io.daybreak.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.acceptance.world.Calls;
import io.daybreak.acceptance.world.InWorld;
import io.daybreak.acceptance.world.RawData;
import io.daybreak.acceptance.world.RawDataOrder;
import io.daybreak.acceptance.world.SourceRows;
import io.daybreak.acceptance.world.World;
import io.daybreak.simulators.naver.account.AccountSpec;
import io.daybreak.simulators.naver.totals.RowFormat;
import io.daybreak.simulators.naver.totals.SourceTotals;
import io.daybreak.simulators.naver.totals.Sums;
import io.daybreak.stack.service.ProcessMemory;
import io.daybreak.stack.start.StackOptions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** An import of 200,000 rows fits into small services and few calls. */
@InWorld
@Isolated("what it measures is the machine's as well")
class LargeImportIT {

  private static final int ROWS = 200_000;
  private static final int DAYS = 10;
  private static final int HEADER_ROWS = 2;
  private static final int MOST_WRITES = 40;
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final World world;

  LargeImportIT(World world) {
    this.world = world;
  }

  @Test
  void twoHundredThousandRowsOfThirteenColumns() {
    AccountSpec account = world.largeAccount(ROWS, DAYS);
    String spreadsheet = world.spreadsheets().create();
    RawDataOrder order = RawDataOrder.of(account, spreadsheet).in(RowFormat.NSA_TD).days(DAYS);
    long begin = System.nanoTime();

    RawData set = world.newcomer().imports(order);
    set.awaitSuccess(PATIENCE);

    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    int writes =
        Calls.in(world.sheets().journal())
            .of("spreadsheet", spreadsheet)
            .of("kind", "write")
            .count();
    System.out.printf(
        "Import of %,d rows x 13 columns: %.1f s, %d write calls, heaps of %s, peak memory %s%n",
        set.status().rowsWritten(),
        took.toMillis() / 1e3,
        writes,
        StackOptions.DEFAULT_HEAP,
        ProcessMemory.peaks(world.replicas()));
    assertThat(writes).isLessThanOrEqualTo(MOST_WRITES);
    assertThat(set.status().rowsWritten()).isGreaterThanOrEqualTo(ROWS);
    assertSums(set);
  }

  private void assertSums(RawData set) {
    SourceTotals source =
        world.naver().totals(set.order().account().customerId(), set.firstDay(), set.lastDay());
    SourceRows columns = SourceRows.of(RowFormat.NSA_TD);
    AtomicReference<Sums> sums = new AtomicReference<>(Sums.NOTHING);
    AtomicInteger rows = new AtomicInteger();
    world
        .spreadsheets()
        .forEachRow(
            set.order().spreadsheet(),
            set.order().tab(),
            row -> {
              if (rows.incrementAndGet() > HEADER_ROWS) {
                sums.updateAndGet(before -> before.plus(columns.sums(row)));
              }
            });
    assertThat(rows.get() - HEADER_ROWS).isEqualTo(set.status().rowsWritten());
    assertThat(SourceRows.shown(sums.get())).isEqualTo(SourceRows.shown(source.sums()));
  }
}
