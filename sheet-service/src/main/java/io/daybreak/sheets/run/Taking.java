package io.daybreak.sheets.run;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.sheets.failure.Failure;

/** What becomes of a command when it arrives. */
public sealed interface Taking {

  /** Its turn: it is claimed now, which is committed. */
  record InHand(TabWrite write) implements Taking {}

  /** Done before, or the run has ended: nothing is to be done. */
  record Nothing() implements Taking {}

  /** A command before it is missing. */
  record Gap(long expected, long arrived) implements Taking, Failure {
    @Override
    public FailureCode code() {
      return FailureCode.SEQUENCE_GAP;
    }

    @Override
    public String reason() {
      return "Command %d of the run arrived where command %d was expected; the one between is lost. Start the import again."
          .formatted(arrived, expected);
    }
  }

  /** A command before it was claimed and never finished: who had it is dead. */
  record HolderLost(long sequence) implements Taking, Failure {
    @Override
    public FailureCode code() {
      return FailureCode.WRITER_LOST;
    }

    @Override
    public String reason() {
      return "The instance that was working on command %d of the run went away. Start the import again."
          .formatted(sequence);
    }
  }
}
