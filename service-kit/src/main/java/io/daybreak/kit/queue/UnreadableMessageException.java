package io.daybreak.kit.queue;

import org.jspecify.annotations.Nullable;

/** A message is not one of the contracts; it becomes a dead letter. */
public class UnreadableMessageException extends Exception {

  public UnreadableMessageException(String reason, @Nullable Throwable cause) {
    super("The message cannot be read: " + reason, cause);
  }
}
