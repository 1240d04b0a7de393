package io.daybreak.sheets.grid;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.sheets.failure.Failure;

/**
 * Rows that do not keep the contract between the services.
 *
 * @param what what is wrong, without a full stop and without the value
 */
public record RowsMalformed(String what) implements Failure {

  @Override
  public FailureCode code() {
    return FailureCode.INTERNAL;
  }

  @Override
  public String reason() {
    return "The rows to write are malformed: " + what + ".";
  }
}
