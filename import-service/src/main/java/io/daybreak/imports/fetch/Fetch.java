package io.daybreak.imports.fetch;

import io.daybreak.imports.fetch.FetchedDay.Entry;
import io.daybreak.imports.fetch.FetchedDay.Outcome;
import io.daybreak.imports.format.DaySums;
import io.daybreak.imports.format.DayTable;
import io.daybreak.imports.format.EntityNames;
import io.daybreak.imports.names.RunNames;
import io.daybreak.imports.naver.NaverAccount;
import io.daybreak.imports.report.DayReports;
import io.daybreak.imports.report.JobBook;
import io.daybreak.imports.report.ReportBoard;
import io.daybreak.imports.report.ReportConfig;
import io.daybreak.imports.report.ReportJobs;
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
import org.jboss.logging.Logger;

/**
 * One run's fetch. Four things go on at once: one orders reports, a few threads read days, one
 * renews the names, and the caller's thread names the rows of the earliest day and sends them. No
 * more days are read than are about to be sent, so memory does not grow with the range. Days that
 * NAVER has not finished, no longer keeps, or that cannot be right, are left out: the tab keeps
 * whatever it has of them.
 */
final class Fetch implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Fetch.class);
  private static final long PATIENCE_SECONDS = 10;

  private final RunProgress progress;
  private final DayCheck check;
  private final RunNames names;
  private final RowChunks chunks;
  private final int daysAhead;
  private final List<LocalDate> days;
  private final ReportJobs jobs;
  private final DayReader reader;
  private final ExecutorService jobsThread;
  private final ExecutorService readers;
  private final List<Entry> entries = new ArrayList<>();
  private final List<LocalDate> leftOut = new ArrayList<>();

  /**
   * @param today the day now in Asia/Seoul; reports end with the day before it
   */
  Fetch(
      ClaimedRun run,
      RunProgress progress,
      NaverAccount naver,
      RunNames names,
      RowChunks chunks,
      DayCheck check,
      JobBook book,
      LocalDate today,
      ReportConfig reports,
      FetchConfig config) {
    this.progress = progress;
    this.names = names;
    this.chunks = chunks;
    this.check = check;
    this.daysAhead = config.daysAhead();
    // A run may have waited over midnight, until NAVER no longer has its first day.
    LocalDate kept = today.minusDays(run.format().daysKept());
    List<LocalDate> wanted = run.from().datesUntil(run.to().plusDays(1)).toList();
    wanted.stream().filter(kept::isAfter).forEach(leftOut::add);
    this.days = wanted.stream().filter(day -> day.isBefore(today) && !day.isBefore(kept)).toList();
    DayReports types = DayReports.of(run.format());
    ReportBoard board =
        new ReportBoard(days.stream().flatMap(day -> types.orders(day, today).stream()).toList());
    this.jobs = new ReportJobs(naver, board, reports, book, progress::checkCancelled);
    this.reader = new DayReader(naver, board, run.format(), config.rowsPerDay(), today);
    this.jobsThread = Executors.newSingleThreadExecutor(task -> thread(run, task));
    this.readers = Executors.newFixedThreadPool(daysAhead + 1, task -> thread(run, task));
  }

  private static Thread thread(ClaimedRun run, Runnable task) {
    Thread thread = new Thread(task, "fetch-" + run.runId());
    thread.setDaemon(true);
    return thread;
  }

  /** Blocks until every row is on the queue. */
  SentRows execute() throws InterruptedException {
    Future<?> jobsWork = jobsThread.submit(jobs::work);
    Future<?> namesWork =
        readers.submit(
            () -> {
              names.renew();
              return names;
            });
    Iterator<LocalDate> unread = days.iterator();
    Deque<Future<FetchedDay>> ahead = new ArrayDeque<>();
    long rows = 0;
    int gone = leftOut.size();
    for (int daysDone = 1; daysDone <= days.size(); daysDone++) {
      readAhead(unread, ahead);
      FetchedDay day = result(ahead.remove());
      readAhead(unread, ahead);
      rows += take(day, namesWork);
      progress.fetched(gone + daysDone, rows);
    }
    SentRows sent = chunks.finish();
    result(jobsWork);
    return new SentRows(sent.rows(), sent.chunks(), leftOut);
  }

  /** What became of each day, in order. */
  List<Entry> entries() {
    return List.copyOf(entries);
  }

  private void readAhead(Iterator<LocalDate> unread, Deque<Future<FetchedDay>> ahead) {
    while (unread.hasNext() && ahead.size() < daysAhead) {
      LocalDate day = unread.next();
      ahead.add(readers.submit(() -> reader.read(day)));
    }
  }

  /**
   * Sends a day, or leaves it out.
   *
   * @param namesWork only waited for where there is something to be named
   * @return rows sent
   */
  private long take(FetchedDay day, Future<?> namesWork) throws InterruptedException {
    if (day instanceof FetchedDay.Read read) {
      DaySums sums = read.table().sums();
      if (check.believes(day.day(), sums)) {
        entries.add(new Entry(day.day(), Outcome.READ, sums));
        result(namesWork);
        send(read.table());
        return read.table().size();
      }
      LOG.infof("%s is not as NAVER gives it: %d rows", day.day(), sums.rows());
      leaveOut(new Entry(day.day(), Outcome.DOUBTFUL, sums));
    } else if (day instanceof FetchedDay.Late late) {
      LOG.infof("%s", late.why().reason());
      leaveOut(new Entry(day.day(), Outcome.LATE, null));
    }
    return 0;
  }

  private void leaveOut(Entry entry) {
    entries.add(entry);
    leftOut.add(entry.day());
  }

  private void send(DayTable table) throws InterruptedException {
    EntityNames named = names.of(table);
    Iterator<List<String>> rows = table.rows(named);
    while (rows.hasNext()) {
      chunks.add(rows.next());
    }
  }

  /**
   * Stops what is still going on, and writes down the report jobs that are left, which are deleted
   * when there is time for it. Downloads are broken off; the call in flight may end.
   */
  @Override
  public void close() {
    jobs.stop();
    jobsThread.shutdown();
    readers.shutdownNow();
    try {
      if (jobsThread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        jobs.writeDown();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      jobsThread.shutdownNow();
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
