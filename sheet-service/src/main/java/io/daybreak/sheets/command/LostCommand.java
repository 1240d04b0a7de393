package io.daybreak.sheets.command;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.sheets.failure.Failure;

/** A command of the run became a dead letter. */
record LostCommand(long sequence) implements Failure {

  @Override
  public FailureCode code() {
    return FailureCode.MESSAGE_LOST;
  }

  @Override
  public String reason() {
    return "Command %d of the run could not be handled and became a dead letter. The import is started again by itself once; if that failed as well, start it again."
        .formatted(sequence);
  }
}
