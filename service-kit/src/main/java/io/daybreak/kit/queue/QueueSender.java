package io.daybreak.kit.queue;

import io.daybreak.contracts.Message;
import jakarta.enterprise.context.ApplicationScoped;

/** Puts messages on their queues. */
@ApplicationScoped
public class QueueSender {

  /**
   * Sends a message, in one attempt; blocks until SQS has it.
   *
   * @throws QueueUnavailableException if SQS does not say that it has the message
   */
  public void send(Message message) {
    throw new QueueUnavailableException(message.queue(), "not built yet", null);
  }
}
