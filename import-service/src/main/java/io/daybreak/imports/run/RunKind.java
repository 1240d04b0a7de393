package io.daybreak.imports.run;

/** What a run does to the tab. */
public enum RunKind {
  /** All rows of the tab are replaced by the set's whole history. */
  CREATE,
  /** Only the rows from the run's first day on are replaced. */
  UPDATE
}
