package io.daybreak.kit.access;

import io.daybreak.kit.problem.ProblemType;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How it is made sure that a spreadsheet is the organisation's that names it. */
@ConfigMapping(prefix = "daybreak.spreadsheets")
public interface SpreadsheetProof {

  /** Where it was not. */
  ProblemType NOT_PROVED =
      new ProblemType("spreadsheet-not-proved", 403, "The spreadsheet is not proved to be yours");

  /** {@code code}, or {@code none} where everybody may use every spreadsheet, as on a laptop. */
  @WithDefault("code")
  Way proof();

  /** Whether an organisation has to prove a spreadsheet before it uses it. */
  default boolean needed() {
    return proof() != Way.NONE;
  }

  /** The ways. */
  enum Way {
    CODE,
    NONE
  }
}
