package io.daybreak.imports.fetch;

import io.daybreak.imports.format.DayTable;
import io.daybreak.imports.format.EntityNames;
import io.daybreak.imports.names.AccountNames;
import io.daybreak.imports.naver.NaverAccount;
import io.daybreak.imports.report.ReportClerk;
import io.daybreak.imports.report.ReportConfig;
import io.daybreak.imports.report.ReportDesk;
import io.daybreak.imports.report.ReportOrder;
import io.daybreak.imports.report.ReportType;
import io.daybreak.imports.run.ClaimedRun;
import io.daybreak.imports.run.ImportWork.SentRows;
import io.daybreak.imports.run.RunProgress;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * One run's fetch. Three things go on at once: a clerk orders reports and deletes them, a few
 * threads read days, and the caller's thread names the rows of the earliest day and sends them. No
 * more days are read than are about to be sent, so memory does not grow with the range.
 */
final class Fetch implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 10;

  private final RunProgress progress;
  private final NaverAccount naver;
  private final AccountNames names;
  private final RowChunks chunks;
  private final int daysAhead;
  private final List<LocalDate> days;
  private final ReportClerk clerk;
  private final DayReader reader;
  private final ExecutorService clerksThread;
  private final ExecutorService readers;

  /**
   * @param today the day now in Asia/Seoul; reports end with the day before it
   */
  Fetch(
      ClaimedRun run,
      RunProgress progress,
      NaverAccount naver,
      AccountNames names,
      RowChunks chunks,
      LocalDate today,
      ReportConfig reports,
      FetchConfig config) {
    this.progress = progress;
    this.naver = naver;
    this.names = names;
    this.chunks = chunks;
    this.daysAhead = config.daysAhead();
    this.days = run.from().datesUntil(run.to().plusDays(1)).filter(today::isAfter).toList();
    ReportDesk desk = new ReportDesk(orders(days, today));
    this.clerk = new ReportClerk(naver, desk, reports, progress::checkCancelled);
    this.reader = new DayReader(naver, desk, run.format(), config.rowsPerDay(), today);
    this.clerksThread = Executors.newSingleThreadExecutor(task -> thread(run, task));
    this.readers = Executors.newFixedThreadPool(daysAhead, task -> thread(run, task));
  }

  private static List<ReportOrder> orders(List<LocalDate> days, LocalDate today) {
    List<ReportOrder> orders = new ArrayList<>();
    for (LocalDate day : days) {
      orders.add(new ReportOrder(ReportType.AD_DETAIL, day));
      if (ReportType.AD_CONVERSION_DETAIL.keeps(day, today)) {
        orders.add(new ReportOrder(ReportType.AD_CONVERSION_DETAIL, day));
      }
    }
    return orders;
  }

  private static Thread thread(ClaimedRun run, Runnable task) {
    Thread thread = new Thread(task, "fetch-" + run.runId());
    thread.setDaemon(true);
    return thread;
  }

  /** Blocks until every row is on the queue. */
  SentRows execute() throws InterruptedException {
    Future<?> clerksWork = clerksThread.submit(clerk::work);
    Iterator<LocalDate> unread = days.iterator();
    Deque<Future<DayTable>> ahead = new ArrayDeque<>();
    long rows = 0;
    for (int daysDone = 1; daysDone <= days.size(); daysDone++) {
      readAhead(unread, ahead);
      DayTable table = result(ahead.remove());
      readAhead(unread, ahead);
      send(table);
      rows += table.size();
      progress.fetched(daysDone, rows);
    }
    SentRows sent = chunks.finish();
    result(clerksWork);
    return sent;
  }

  private void readAhead(Iterator<LocalDate> unread, Deque<Future<DayTable>> ahead) {
    while (unread.hasNext() && ahead.size() < daysAhead) {
      LocalDate day = unread.next();
      ahead.add(readers.submit(() -> reader.read(day)));
    }
  }

  private void send(DayTable table) {
    EntityNames named = names.of(table, naver, progress::checkCancelled);
    Iterator<List<String>> rows = table.rows(named);
    while (rows.hasNext()) {
      chunks.add(rows.next());
    }
  }

  /**
   * Stops what is still going on, and leaves no report jobs behind. Downloads are broken off; the
   * clerk may end the call it has in hand.
   */
  @Override
  public void close() {
    clerk.stop();
    clerksThread.shutdown();
    readers.shutdownNow();
    try {
      if (clerksThread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        clerk.deleteRest();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      clerksThread.shutdownNow();
    }
  }

  private static <T> T result(Future<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
