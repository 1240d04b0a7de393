package io.daybreak.imports.plan;

/** What an estimate of rows rests on. */
public enum RowsBasis {
  /** The last successful run of the same set. */
  SET_HISTORY,
  /** The last successful run of another set with the same account and format. */
  ACCOUNT_HISTORY,
  /** Nothing is known yet: the configured number of rows a day. */
  DEFAULT
}
