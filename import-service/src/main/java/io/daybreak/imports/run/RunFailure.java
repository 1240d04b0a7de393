package io.daybreak.imports.run;

import io.daybreak.contracts.run.FailureCode;

/** A run cannot go on, for a reason that its owner will read. */
public class RunFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final FailureCode code;

  /**
   * @param code what clients decide by
   * @param reason one sentence in English that names the numbers and says what to do; no secrets
   */
  public RunFailure(FailureCode code, String reason) {
    super(reason);
    this.code = code;
  }

  public RunFailure(FailureCode code, String reason, Throwable cause) {
    super(reason, cause);
    this.code = code;
  }

  public FailureCode code() {
    return code;
  }
}
