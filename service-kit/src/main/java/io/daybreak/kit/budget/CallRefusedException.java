package io.daybreak.kit.budget;

/**
 * Thrown by a call inside {@link Budgets#call} when the other side refused it for its rate (HTTP
 * 429): the call was not executed.
 */
public class CallRefusedException extends RuntimeException {

  public CallRefusedException(String message) {
    super(message);
  }
}
