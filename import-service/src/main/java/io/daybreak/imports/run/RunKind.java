package io.daybreak.imports.run;

/** What a run does to the tab. */
public enum RunKind {
  /** The set's whole history is fetched; a tab is made where there is none. */
  CREATE,
  /** Only the days that can have changed. */
  UPDATE
}
