package io.daybreak.imports.report;

import io.daybreak.imports.naver.NaverFailure;
import java.net.URI;

/** What became of an ordered report. */
public sealed interface ReportOutcome {

  /** It can be downloaded. */
  record Built(URI downloadUrl) implements ReportOutcome {}

  /** There were no data on this day: zero rows. */
  record Empty() implements ReportOutcome {}

  /**
   * NAVER has not finished the day.
   *
   * @param why as people are told
   */
  record NotReady(NaverFailure why) implements ReportOutcome {}

  /** NAVER no longer keeps the day: the numbers are not zero but unknown. */
  record NotKept() implements ReportOutcome {}
}
