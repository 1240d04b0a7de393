package io.daybreak.imports.report;

import io.daybreak.imports.naver.NaverException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where the threads that read a run's reports meet the one that orders them, {@link ReportJobs}.
 * Readers ask here and block until the answer is known.
 */
public final class ReportBoard {

  private final Map<ReportOrder, CompletableFuture<ReportOutcome>> outcomes = new LinkedHashMap<>();
  private final BlockingQueue<Note> notes = new LinkedBlockingQueue<>();
  private @Nullable RuntimeException closedBy;

  /** What the ordering thread is told. */
  sealed interface Note {

    /** The report was read; its job can be deleted. */
    record Read(ReportOrder order) implements Note {}

    /** The download was answered with an error; look again what has become of the job. */
    record DownloadFailed(ReportOrder order, NaverException failure) implements Note {}

    /** Nobody reads any more. */
    record Stop() implements Note {}
  }

  /**
   * @param orders what will be needed, the first to be read first
   */
  public ReportBoard(Collection<ReportOrder> orders) {
    orders.forEach(order -> outcomes.put(order, new CompletableFuture<>()));
  }

  /**
   * Waits until a report can be read, blocking and interruptible.
   *
   * @throws NaverException if it, or any other report of the run, will not come
   */
  public ReportOutcome await(ReportOrder order) throws InterruptedException {
    return result(outcome(order));
  }

  /** Says that a report was read to its end. */
  public void read(ReportOrder order) {
    notes.add(new Note.Read(order));
  }

  /**
   * Says that a download was answered with an error, which NAVER also does for a report whose data
   * were revised meanwhile, and waits for what a look at the job brings.
   *
   * @throws NaverException the failure itself, if the job still stands as built
   */
  public ReportOutcome awaitAfter(NaverException failure, ReportOrder order)
      throws InterruptedException {
    return result(renewed(order, failure));
  }

  private synchronized CompletableFuture<ReportOutcome> renewed(
      ReportOrder order, NaverException failure) {
    if (closedBy != null) {
      throw closedBy;
    }
    CompletableFuture<ReportOutcome> next = new CompletableFuture<>();
    outcomes.put(order, next);
    notes.add(new Note.DownloadFailed(order, failure));
    return next;
  }

  /** Says that the orders should end after the call in flight. */
  void stop() {
    notes.add(new Note.Stop());
  }

  synchronized List<ReportOrder> orders() {
    return List.copyOf(outcomes.keySet());
  }

  void complete(ReportOrder order, ReportOutcome outcome) {
    outcome(order).complete(outcome);
  }

  @Nullable Note nextNote(Duration patience) throws InterruptedException {
    return notes.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Ordering has given up: whoever waits, now or later, gets the failure. */
  synchronized void close(RuntimeException failure) {
    closedBy = failure;
    outcomes.values().forEach(outcome -> outcome.completeExceptionally(failure));
  }

  private synchronized CompletableFuture<ReportOutcome> outcome(ReportOrder order) {
    return outcomes.get(order);
  }

  private static ReportOutcome result(CompletableFuture<ReportOutcome> outcome)
      throws InterruptedException {
    try {
      return outcome.get();
    } catch (ExecutionException e) {
      throw (RuntimeException) e.getCause();
    }
  }
}
