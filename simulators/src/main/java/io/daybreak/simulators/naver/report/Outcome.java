package io.daybreak.simulators.naver.report;

/** How a report job can end, if a script says so; without one, in BUILT or NONE by the data. */
public enum Outcome {
  /** As the data says; for scripts that only change the duration. */
  NORMAL,
  /** NONE although there is data. */
  NONE,
  ERROR,
  /** Stays in AGGREGATING: the day's numbers are not complete. */
  AGGREGATING,
  /** CHANGED instead of BUILT: the numbers were revised, there is no file. */
  CHANGED,
  /** BUILT for the first look, CHANGED from then on; a download begun too late fails. */
  CHANGED_AFTER_BUILT,
  /** The order itself is refused with 400 and code 20007. */
  NOT_READY,
  /** The order itself is refused with 400 and code 20011, as in outages. */
  NOT_FOUND,
  /** BUILT, but every other line is missing: fetched before NAVER had everything. */
  HALF,
  /** The first download is answered with 500, the next one is fine. */
  DOWNLOAD_FAILS_ONCE,
  /** The job disappears after the first look at it: somebody else deleted all jobs. */
  VANISHES,
  /** Every line has one column more. */
  EXTRA_COLUMN,
  /** Some lines have a column too few. */
  MISSING_COLUMN,
  /** Some lines have a text where a number belongs. */
  NOT_A_NUMBER
}
