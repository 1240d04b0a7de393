package io.daybreak.imports.run;

/** Who asked for a run. */
public enum RunTrigger {
  PERSON,
  BATCH,
  DEAD_LETTER,
  /** Days that NAVER had not finished, or had far too little for, are fetched again. */
  LATE_DAY
}
