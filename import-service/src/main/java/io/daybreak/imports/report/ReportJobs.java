package io.daybreak.imports.report;

import io.daybreak.imports.naver.NaverAccount;
import io.daybreak.imports.naver.NaverException;
import io.daybreak.imports.naver.NaverFailure;
import io.daybreak.imports.naver.StatReport;
import io.daybreak.imports.report.ReportBoard.Note;
import java.time.Duration;
import java.time.LocalDate;
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
 * Orders a run's reports ahead of their readers and looks at all jobs with one call at a time. One
 * thread does it all, so a run never has more than one such call under way; the downloads go on
 * beside it. Jobs that were read are deleted after the run, unless there are too many of them.
 */
public final class ReportJobs {

  private static final Logger LOG = Logger.getLogger(ReportJobs.class);
  private static final int STATISTICS_NOT_READY = 20007;
  private static final int REPORT_NOT_FOUND = 20011;
  private static final int OUTSIDE_OF_RETENTION = 10004;

  /** Jobs that NAVER lets an account have. */
  private static final int MOST_JOBS = 100;

  /** Jobs that are deleted at once where NAVER has no room for more. */
  private static final int ROOM = 20;

  private final NaverAccount naver;
  private final ReportBoard board;
  private final ReportConfig config;
  private final Runnable check;
  private final JobBook book;

  private final Map<ReportOrder, ReportJob> jobs = new HashMap<>();
  private final Deque<ReportJob> toOrder = new ArrayDeque<>();
  private final List<ReportJob> open = new ArrayList<>();
  private final Deque<Long> toDelete = new ArrayDeque<>();

  /** Ids of the jobs that this run has at NAVER. */
  private final Set<Long> atNaver = new LinkedHashSet<>();

  /** Those among them that nobody has written down yet. */
  private final List<Long> unwritten = new ArrayList<>();

  /** Days that NAVER has said it has not finished, with its reason. */
  private final Map<LocalDate, NaverFailure> late = new HashMap<>();

  private int unread;

  private final Looks looks;
  private boolean stopped;

  /**
   * @param check called before every call; what it throws ends the work
   */
  public ReportJobs(
      NaverAccount naver, ReportBoard board, ReportConfig config, JobBook book, Runnable check) {
    this.naver = naver;
    this.board = board;
    this.config = config;
    this.book = book;
    this.check = check;
    this.looks = new Looks(config.shortestPause(), config.longestPause());
    board.orders().forEach(order -> add(new ReportJob(order, config, board)));
  }

  private void add(ReportJob job) {
    jobs.put(job.order(), job);
    toOrder.add(job);
  }

  /** Works until every report was read, until something fails, or until {@link #stop}. */
  public void work() {
    try {
      while (!stopped && !(toOrder.isEmpty() && open.isEmpty() && unread == 0)) {
        step();
      }
      if (stopped) {
        closeUnread();
      }
    } catch (RuntimeException failure) {
      board.close(failure);
    } catch (InterruptedException interrupted) {
      closeUnread();
    }
  }

  private void closeUnread() {
    board.close(new IllegalStateException("The run stopped before its reports were read"));
  }

  /**
   * Lets {@link #work} end after the call in flight. An interrupt would drop that call's answer,
   * and with it the id of a job that NAVER has just made.
   */
  public void stop() {
    board.stop();
  }

  /**
   * Writes down what the run leaves at NAVER, to be deleted when there is time for it. Only after
   * {@link #work} has returned.
   */
  public void writeDown() {
    if (!unwritten.isEmpty()) {
      book.ordered(List.copyOf(unwritten));
      unwritten.clear();
    }
  }

  private void step() throws InterruptedException {
    check.run();
    if (!open.isEmpty() && looks.due()) {
      writeDown();
      look();
    } else if (!toOrder.isEmpty() && open.size() + unread < config.jobsAhead()) {
      order(toOrder.remove());
    } else if (!toDelete.isEmpty() && atNaver.size() >= config.jobsKept()) {
      delete(toDelete.remove());
    } else {
      takeNotes(open.isEmpty() ? config.longestPause() : looks.pause());
    }
    takeNotes(Duration.ZERO);
  }

  private void order(ReportJob job) {
    ReportOrder order = job.order();
    NaverFailure known = late.get(order.day());
    if (known != null) {
      job.done(new ReportOutcome.NotReady(known));
      return;
    }
    try {
      job.ordered(naver.orderReport(order.type().name(), order.day()), System.nanoTime());
      atNaver.add(job.id());
      unwritten.add(job.id());
      open.add(job);
    } catch (NaverException e) {
      refused(job, e);
    }
  }

  private void refused(ReportJob job, NaverException refusal) {
    ReportOrder order = job.order();
    switch (codeOf(refusal.failure())) {
      case STATISTICS_NOT_READY, REPORT_NOT_FOUND -> {
        NaverFailure notReady = new NaverFailure.DayNotReady(order.day());
        late.put(order.day(), notReady);
        job.done(new ReportOutcome.NotReady(notReady));
      }
      case OUTSIDE_OF_RETENTION -> {
        if (!order.type().isOfConversions()) {
          throw new NaverException(new NaverFailure.DayNotKept(order.day()), refusal);
        }
        job.done(new ReportOutcome.NotKept());
      }
      default -> orderAnew(job, refusal);
    }
  }

  /**
   * NAVER refuses an order for no reason of the order: once more, after making room if it has to.
   */
  private void orderAnew(ReportJob job, NaverException refusal) {
    boolean withoutReason =
        refusal.failure() instanceof NaverFailure.Refused refused && refused.errorCode() == null;
    if (!withoutReason || !job.mayBeOrderedAnew()) {
      throw refusal;
    }
    check.run();
    int jobs = naver.reports().size();
    if (jobs >= MOST_JOBS) {
      makeRoom(jobs, refusal);
    }
    toOrder.addFirst(job);
  }

  private void makeRoom(int jobs, NaverException refusal) {
    int before = atNaver.size();
    List<Long> old = book.leftOver(ROOM);
    old.stream().filter(this::deleteAtNaver).forEach(gone -> book.deleted(List.of(gone)));
    while (!toDelete.isEmpty() && before - atNaver.size() < ROOM) {
      delete(toDelete.remove());
    }
    if (old.isEmpty() && before == atNaver.size()) {
      throw new NaverException(new NaverFailure.TooManyJobs(naver.customerId(), jobs), refusal);
    }
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
      case READABLE -> {
        open.remove(job);
        unread++;
      }
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

  /** A job that stays does no harm: NAVER removes the oldest beyond 100, and all after 14 days. */
  private void delete(long id) {
    atNaver.remove(id);
    if (deleteAtNaver(id) && !unwritten.remove(id)) {
      book.deleted(List.of(id));
    }
  }

  private boolean deleteAtNaver(long id) {
    check.run();
    try {
      naver.deleteReport(id);
      return true;
    } catch (NaverException e) {
      LOG.debugf("Report job %d stays at NAVER: %s", id, e.getMessage());
      return e.failure() instanceof NaverFailure.NotFound;
    }
  }

  private void takeNotes(Duration patience) throws InterruptedException {
    Note note = board.nextNote(patience);
    while (note != null) {
      take(note);
      note = board.nextNote(Duration.ZERO);
    }
  }

  private void take(Note note) {
    if (note instanceof Note.DownloadFailed failed) {
      ReportJob job = jobs.get(failed.order());
      job.downloadFailed(failed.failure());
      unread--;
      open.add(job);
      looks.soon();
    } else if (note instanceof Note.Read read) {
      unread--;
      toDelete.add(jobs.get(read.order()).id());
    } else {
      stopped = true;
    }
  }
}
