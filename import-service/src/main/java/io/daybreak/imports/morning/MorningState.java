package io.daybreak.imports.morning;

/** What has become of one day of a set. */
public enum MorningState {
  /** The day's rows are in the tab. */
  DONE,
  /** NAVER had not finished the day when it was last asked. */
  WAITING_FOR_NAVER,
  /** What NAVER answered cannot be right; the tab keeps what it has of the day. */
  DOUBTFUL,
  /** The newest run was to fetch the day and failed. */
  FAILED,
  /** A person ended the newest run, which was to fetch the day. */
  CANCELLED,
  /** A run that fetches the day waits for its turn or is at work. */
  UNDER_WAY,
  /** Nothing has fetched the day yet; the set's schedule does with the next batch. */
  PLANNED,
  /** Nothing has fetched the day, and nothing will by itself. */
  NOT_PLANNED
}
