package io.daybreak.imports.report;

import io.daybreak.imports.naver.NaverException;
import io.daybreak.imports.naver.NaverFailure;
import io.daybreak.imports.naver.StatReport;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One order on its way to a report, and what each look at NAVER's list of jobs means for it. Used
 * by the desk's thread alone.
 */
final class ReportJob {

  /** What the desk has to do after a look. */
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
  private final ReportDesk desk;
  private long id;
  private long orderedAt;
  private long aggregatingSince;
  private boolean aggregating;
  private boolean orderedAnew;
  private int missing;
  private @Nullable NaverException failedDownload;

  ReportJob(ReportOrder order, ReportConfig config, ReportDesk desk) {
    this.order = order;
    this.config = config;
    this.desk = desk;
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
    aggregating = false;
  }

  /** The download was answered with an error; the next look decides what that means. */
  void downloadFailed(NaverException failure) {
    failedDownload = failure;
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
      case ERROR -> throw failure(new NaverFailure.ReportFailed(name(), order.day()));
      case CHANGED -> revised();
      case AGGREGATING -> aggregating(now);
      case REGIST, RUNNING, WAITING, UNKNOWN -> building(now);
    };
  }

  private Step lookedInVain() {
    missing++;
    if (missing >= LOOKS_UNTIL_GONE || failedDownload != null) {
      throw failure(new NaverFailure.ReportGone(name(), order.day()));
    }
    return Step.WAIT;
  }

  private Step built(StatReport seen) {
    if (failedDownload != null) {
      throw failedDownload;
    }
    done(new ReportOutcome.Built(address(seen)));
    return Step.READABLE;
  }

  /** NAVER revised the day: this is the first time that the new data are asked for. */
  private Step revised() {
    if (orderedAnew) {
      throw failure(new NaverFailure.ReportGone(name(), order.day()));
    }
    orderedAnew = true;
    failedDownload = null;
    return Step.ORDER_ANEW;
  }

  private Step aggregating(long now) {
    if (!aggregating) {
      aggregating = true;
      aggregatingSince = now;
    }
    if (now - aggregatingSince > config.longestAggregation().toNanos()) {
      throw failure(new NaverFailure.DayNotReady(order.day()));
    }
    return Step.WAIT;
  }

  private Step building(long now) {
    Duration longest = config.longestBuild();
    if (now - orderedAt > longest.toNanos()) {
      throw failure(new NaverFailure.ReportLate(name(), order.day(), longest));
    }
    return Step.WAIT;
  }

  private Step empty() {
    done(new ReportOutcome.Empty());
    return Step.OVER;
  }

  void done(ReportOutcome result) {
    desk.complete(order, result);
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
