package io.daybreak.sheets.command;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.sheets.failure.Failure;

/** A fault of the product itself; the log has the details. */
record OurFault(String command) implements Failure {

  @Override
  public FailureCode code() {
    return FailureCode.INTERNAL;
  }

  @Override
  public String reason() {
    return "Daybreak itself failed while carrying out %s. An operator finds the details in the log."
        .formatted(command);
  }
}
