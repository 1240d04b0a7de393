package io.daybreak.kit.budget;

/** The thread was interrupted while it waited for a slot; no call was made. */
public class WaitInterruptedException extends RuntimeException {

  public WaitInterruptedException() {
    super("Interrupted while waiting for a slot");
  }
}
