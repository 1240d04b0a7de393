package io.daybreak.imports.naver;

import java.util.Arrays;

/** How far a report job is. */
public enum ReportStatus {
  REGIST,
  RUNNING,
  WAITING,
  /** NAVER has not summed up the day yet. */
  AGGREGATING,
  /** Ready to be downloaded. */
  BUILT,
  /** There are no data for this day. */
  NONE,
  ERROR,
  /**
   * The data were revised, the file is gone (since 2025-10-27, not in NAVER's list of statuses).
   */
  CHANGED,
  /** A status that NAVER has added since; the job counts as under way. */
  UNKNOWN;

  static ReportStatus of(String text) {
    return Arrays.stream(values())
        .filter(status -> status.name().equals(text))
        .findFirst()
        .orElse(UNKNOWN);
  }
}
