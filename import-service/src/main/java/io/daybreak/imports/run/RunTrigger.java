package io.daybreak.imports.run;

/** Who asked for a run. */
public enum RunTrigger {
  PERSON,
  BATCH,
  DEAD_LETTER
}
