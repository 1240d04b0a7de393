package io.daybreak.contracts.run;

/**
 * Why a run failed. The names are part of the API: clients choose their words by them, never by the
 * reason's text.
 */
public enum FailureCode {
  /** NAVER refuses the API key or its signature (403). */
  NAVER_KEY_REFUSED,
  /** The API key may not read this ad account. */
  NAVER_NO_PERMISSION,
  /** NAVER answered 429 more often than a call may wait for another slot. */
  NAVER_RATE_LIMITED,
  /** NAVER took longer than the read timeout. */
  NAVER_TIMEOUT,
  /** NAVER answered 5xx, closed the connection or could not be reached. */
  NAVER_UNAVAILABLE,
  /** NAVER refused a call for a reason of its own (any other 4xx). */
  NAVER_REFUSED,
  /** NAVER has not finished the statistics of a day. */
  NAVER_DAY_NOT_READY,
  /** NAVER could not build a report (status ERROR). */
  NAVER_REPORT_FAILED,
  /** A report that was built can no longer be fetched. */
  NAVER_REPORT_GONE,
  /** A report's content is not what NAVER documents. */
  NAVER_REPORT_MALFORMED,
  /** One day has more rows than one import may hold in memory. */
  DAY_TOO_LARGE,

  /** The spreadsheet is not shared with the service account (403). */
  SHEET_NOT_SHARED,
  /** No spreadsheet has this id (404). */
  SHEET_NOT_FOUND,
  /**
   * The rows do not fit under Google's limit of cells, even after reclaiming what the product's own
   * tabs waste.
   */
  SHEET_CELL_LIMIT,
  /** Google answered 429 more often than a call may wait for another slot. */
  SHEET_RATE_LIMITED,
  /** Google took longer than the read timeout; whether the write happened is not known. */
  SHEET_TIMEOUT,
  /** Google answered 5xx, closed the connection or could not be reached. */
  SHEET_UNAVAILABLE,
  /** Google refused a request for a reason of its own (any other 4xx). */
  SHEET_REFUSED,
  /**
   * Rows or columns of the tab were moved by hand, so that an update cannot tell what it replaces.
   */
  SHEET_TAB_CHANGED,
  /** Cells of the tab are protected, and the service account is not among those who may edit. */
  SHEET_PROTECTED,
  /** The file is not a spreadsheet of Google's but an Excel file that is only opened there. */
  SHEET_NOT_NATIVE,
  /** The template cannot be read; the rows are in their tab all the same. */
  SHEET_TEMPLATE_UNAVAILABLE,
  /** Formulas of a copied template refer to what the spreadsheet does not have; ends no run. */
  SHEET_TEMPLATE_INCOMPLETE,

  /** A command of the run went missing. */
  SEQUENCE_GAP,
  /** The worker that fetched the data died. */
  WORKER_LOST,
  /** sheet-service, or the instance that wrote the rows, died or fell silent. */
  WRITER_LOST,
  /** Kubernetes did not take the Job that was to carry the run. */
  JOB_REFUSED,
  /** The Job that carried the run failed or vanished; the reason has Kubernetes' word for it. */
  JOB_LOST,
  /**
   * A message about the run could not be handled and became a dead letter. The run is started again
   * by itself, once.
   */
  MESSAGE_LOST,
  /** The queue did not take a chunk of rows. */
  QUEUE_UNAVAILABLE,
  /** A person cancelled the run. */
  CANCELLED,
  /** A fault of the product itself; the log has the details. */
  INTERNAL,
  /** A reason that a newer version has a name for, and this one has not; its text says it. */
  OTHER
}
