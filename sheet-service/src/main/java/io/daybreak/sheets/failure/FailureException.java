package io.daybreak.sheets.failure;

import org.jspecify.annotations.Nullable;

/** Ends the work on a command; what it ends with is the {@link Failure}. */
public class FailureException extends RuntimeException {

  private final transient Failure failure;

  FailureException(Failure failure, @Nullable Throwable cause) {
    super(failure.code() + ": " + failure.reason(), cause);
    this.failure = failure;
  }

  public Failure failure() {
    return failure;
  }
}
