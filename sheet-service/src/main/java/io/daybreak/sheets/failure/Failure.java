package io.daybreak.sheets.failure;

import io.daybreak.contracts.run.FailureCode;

/** Why a run cannot go on. */
public interface Failure {

  FailureCode code();

  /** One sentence in English, or a few, that name the numbers and say what to do. */
  String reason();

  default FailureException toException() {
    return new FailureException(this, null);
  }

  default FailureException toException(Throwable cause) {
    return new FailureException(this, cause);
  }
}
