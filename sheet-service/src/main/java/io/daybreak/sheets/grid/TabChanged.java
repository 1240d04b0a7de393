package io.daybreak.sheets.grid;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.sheets.failure.Failure;

/**
 * The tab is not as an earlier import left it.
 *
 * @param what what was found, without a full stop
 */
public record TabChanged(String what) implements Failure {

  @Override
  public FailureCode code() {
    return FailureCode.SHEET_TAB_CHANGED;
  }

  @Override
  public String reason() {
    return what + ". Undo the change by hand, or import all days anew.";
  }
}
