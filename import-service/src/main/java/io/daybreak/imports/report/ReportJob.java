package io.daybreak.imports.report;

import io.daybreak.imports.naver.NaverException;
import io.daybreak.imports.naver.NaverFailure;
import io.daybreak.imports.naver.StatReport;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One order on its way to a report, and what each look at NAVER's list of jobs means for it. Used
 * by the ordering thread alone.
 */
final class ReportJob {

  /** What has to be done after a look. */
  enum Step {
    WAIT,
    /** Its outcome is known; the job stays until the report was read. */
    READABLE,
    /** Its outcome is known, and nothing is to be read. */
    OVER,
    /** The job is of no use, another one has to be ordered. */
    ORDER_ANEW
  }

  /** A job that was ordered a moment ago may be missing in one list, but not in two. */
  private static final int LOOKS_UNTIL_GONE = 2;

  private final ReportOrder order;
  private final ReportConfig config;
  private final ReportBoard board;
  private long id;
  private long orderedAt;
  private int aggregating;
  private int failedDownloads;
  private boolean orderedAnew;
  private int missing;
  private @Nullable NaverException failedDownload;

  ReportJob(ReportOrder order, ReportConfig config, ReportBoard board) {
    this.order = order;
    this.config = config;
    this.board = board;
  }

  ReportOrder order() {
    return order;
  }

  long id() {
    return id;
  }

  void ordered(StatReport report, long now) {
    id = report.id();
    orderedAt = now;
    missing = 0;
    aggregating = 0;
  }

  /** Whether it was not ordered anew yet; from now on it counts as ordered anew. */
  boolean mayBeOrderedAnew() {
    boolean first = !orderedAnew;
    orderedAnew = true;
    failedDownload = null;
    return first;
  }

  /** The download was answered with an error; the next look decides what that means. */
  void downloadFailed(NaverException failure) {
    failedDownload = failure;
    failedDownloads++;
  }

  /**
   * Takes in a look.
   *
   * @param seen the job in NAVER's list, null if it is missing there
   * @param now {@link System#nanoTime()}
   * @throws NaverException if the report will not come
   */
  Step look(@Nullable StatReport seen, long now) {
    if (seen == null) {
      return lookedInVain();
    }
    missing = 0;
    return switch (seen.status()) {
      case BUILT -> built(seen);
      case NONE -> empty();
      case ERROR -> anewOr(new NaverFailure.ReportFailed(name(), order.day()));
      case CHANGED -> anewOr(new NaverFailure.ReportGone(name(), order.day()));
      case AGGREGATING -> aggregating();
      case REGIST, RUNNING, WAITING, UNKNOWN -> building(now);
    };
  }

  private Step lookedInVain() {
    missing++;
    return missing >= LOOKS_UNTIL_GONE || failedDownload != null
        ? anewOr(new NaverFailure.ReportGone(name(), order.day()))
        : Step.WAIT;
  }

  /**
   * A download that failed although the report stands is made again a few times, each after a look:
   * NAVER answers 500 when it takes too long itself (<a
   * href="https://github.com/naver/searchad-apidoc/issues/1017">searchad-apidoc 1017</a>).
   */
  private Step built(StatReport seen) {
    if (failedDownload != null && failedDownloads > config.downloadsAgain()) {
      throw failedDownload;
    }
    failedDownload = null;
    done(new ReportOutcome.Built(address(seen)));
    return Step.READABLE;
  }

  /**
   * NAVER revised the day, failed to build the report, or somebody else deleted all jobs of the
   * account: it is ordered once more.
   */
  private Step anewOr(NaverFailure failure) {
    if (mayBeOrderedAnew()) {
      return Step.ORDER_ANEW;
    }
    throw failure(failure);
  }

  /** It takes minutes or hours: the run does not wait for it. */
  private Step aggregating() {
    aggregating++;
    return aggregating < config.looksAtAggregation()
        ? Step.WAIT
        : notReady(new NaverFailure.DayNotReady(order.day()));
  }

  private Step building(long now) {
    Duration longest = config.longestBuild();
    return now - orderedAt <= longest.toNanos()
        ? Step.WAIT
        : notReady(new NaverFailure.ReportLate(name(), order.day(), longest));
  }

  private Step notReady(NaverFailure why) {
    done(new ReportOutcome.NotReady(why));
    return Step.OVER;
  }

  private Step empty() {
    done(new ReportOutcome.Empty());
    return Step.OVER;
  }

  void done(ReportOutcome result) {
    board.complete(order, result);
  }

  private URI address(StatReport seen) {
    try {
      return URI.create(seen.downloadUrl());
    } catch (IllegalArgumentException e) {
      throw failure(new NaverFailure.ReportGone(name(), order.day()));
    }
  }

  private String name() {
    return order.type().name();
  }

  private static NaverException failure(NaverFailure failure) {
    return new NaverException(failure);
  }
}
