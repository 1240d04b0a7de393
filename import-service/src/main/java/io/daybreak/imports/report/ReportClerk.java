package io.daybreak.imports.report;

import io.daybreak.imports.naver.NaverAccount;
import io.daybreak.imports.naver.NaverException;
import io.daybreak.imports.naver.NaverFailure;
import io.daybreak.imports.naver.StatReport;
import io.daybreak.imports.report.ReportDesk.Note;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Orders a run's reports ahead of their readers, looks at all jobs with one call at a time, and
 * deletes those that were read. One thread does it all, so a run never has more than one such call
 * under way; the downloads go on beside it.
 */
public final class ReportClerk {

  private static final Logger LOG = Logger.getLogger(ReportClerk.class);
  private static final int STATISTICS_NOT_READY = 20007;
  private static final int OUTSIDE_OF_RETENTION = 10004;

  private final NaverAccount naver;
  private final ReportDesk desk;
  private final ReportConfig config;
  private final Runnable check;

  private final Map<ReportOrder, ReportJob> jobs = new HashMap<>();
  private final Deque<ReportJob> toOrder = new ArrayDeque<>();
  private final List<ReportJob> open = new ArrayList<>();
  private final Deque<Long> toDelete = new ArrayDeque<>();

  /** Ids of the jobs that this run has at NAVER. */
  private final Set<Long> atNaver = new LinkedHashSet<>();

  private final Looks looks;
  private boolean stopped;

  /**
   * @param check called before every call; what it throws ends the work
   */
  public ReportClerk(NaverAccount naver, ReportDesk desk, ReportConfig config, Runnable check) {
    this.naver = naver;
    this.desk = desk;
    this.config = config;
    this.check = check;
    this.looks = new Looks(config.shortestPause(), config.longestPause());
    desk.orders().forEach(order -> add(new ReportJob(order, config, desk)));
  }

  private void add(ReportJob job) {
    jobs.put(job.order(), job);
    toOrder.add(job);
  }

  /**
   * Works until every report was read and its job deleted, until something fails, or until {@link
   * #stop}.
   */
  public void work() {
    try {
      while (!stopped && !(toOrder.isEmpty() && open.isEmpty() && atNaver.isEmpty())) {
        step();
      }
      if (stopped) {
        closeUnread();
      }
    } catch (RuntimeException failure) {
      desk.close(failure);
    } catch (InterruptedException interrupted) {
      closeUnread();
    }
  }

  private void closeUnread() {
    desk.close(new IllegalStateException("The run stopped before its reports were read"));
  }

  /**
   * Lets {@link #work} end after the call that it has in hand. An interrupt would drop that call's
   * answer, and with it the id of a job that NAVER has just made.
   */
  public void stop() {
    desk.stop();
  }

  /**
   * Deletes what a failed run has left at NAVER, one attempt each, until one fails. Only after
   * {@link #work} has returned.
   */
  public void deleteRest() {
    for (long id : atNaver) {
      if (!delete(id)) {
        return;
      }
    }
  }

  private void step() throws InterruptedException {
    check.run();
    if (!open.isEmpty() && looks.due()) {
      look();
    } else if (!toOrder.isEmpty() && atNaver.size() < config.jobsAhead()) {
      order(toOrder.remove());
    } else if (!toDelete.isEmpty()) {
      deleteNext();
    } else {
      takeNotes(open.isEmpty() ? config.longestPause() : looks.pause());
    }
    takeNotes(Duration.ZERO);
  }

  private void order(ReportJob job) {
    ReportOrder order = job.order();
    try {
      job.ordered(naver.orderReport(order.type().name(), order.day()), System.nanoTime());
      atNaver.add(job.id());
      open.add(job);
    } catch (NaverException e) {
      job.done(outcomeOf(order, e));
    }
  }

  private static ReportOutcome outcomeOf(ReportOrder order, NaverException refusal) {
    int code = codeOf(refusal.failure());
    if (code == STATISTICS_NOT_READY) {
      throw new NaverException(new NaverFailure.DayNotReady(order.day()), refusal);
    }
    if (code != OUTSIDE_OF_RETENTION) {
      throw refusal;
    }
    if (order.type() == ReportType.AD_DETAIL) {
      throw new NaverException(new NaverFailure.DayNotKept(order.day()), refusal);
    }
    return new ReportOutcome.NotKept();
  }

  private static int codeOf(NaverFailure failure) {
    return failure instanceof NaverFailure.Refused refused && refused.errorCode() != null
        ? refused.errorCode()
        : 0;
  }

  private void look() {
    Map<Long, StatReport> seen =
        naver.reports().stream()
            .collect(Collectors.toMap(StatReport::id, Function.identity(), (one, same) -> one));
    int before = open.size();
    long now = System.nanoTime();
    for (ReportJob job : List.copyOf(open)) {
      take(job, job.look(seen.get(job.id()), now));
    }
    looks.looked(open.size() < before);
  }

  private void take(ReportJob job, ReportJob.Step step) {
    switch (step) {
      case WAIT -> {}
      case READABLE -> open.remove(job);
      case OVER -> {
        open.remove(job);
        toDelete.add(job.id());
      }
      case ORDER_ANEW -> {
        open.remove(job);
        toDelete.add(job.id());
        toOrder.addFirst(job);
      }
    }
  }

  private void deleteNext() {
    delete(toDelete.element());
    atNaver.remove(toDelete.remove());
  }

  /** A job that stays does no harm: NAVER removes the oldest beyond 100, and all after 14 days. */
  private boolean delete(long id) {
    try {
      naver.deleteReport(id);
      return true;
    } catch (NaverException e) {
      LOG.debugf("Report job %d stays at NAVER: %s", id, e.getMessage());
      return false;
    }
  }

  private void takeNotes(Duration patience) throws InterruptedException {
    Note note = desk.nextNote(patience);
    while (note != null) {
      take(note);
      note = desk.nextNote(Duration.ZERO);
    }
  }

  private void take(Note note) {
    if (note instanceof Note.DownloadFailed failed) {
      ReportJob job = jobs.get(failed.order());
      job.downloadFailed(failed.failure());
      open.add(job);
      looks.soon();
    } else if (note instanceof Note.Read read) {
      toDelete.add(jobs.get(read.order()).id());
    } else {
      stopped = true;
    }
  }
}
