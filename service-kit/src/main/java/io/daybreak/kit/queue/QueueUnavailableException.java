package io.daybreak.kit.queue;

import io.daybreak.contracts.queue.Queue;
import org.jspecify.annotations.Nullable;

/** SQS did not take a message. Whether it has it all the same is not known after a timeout. */
public class QueueUnavailableException extends RuntimeException {

  private final transient Queue queue;

  public QueueUnavailableException(Queue queue, String reason, @Nullable Throwable cause) {
    super("Queue " + queue.queueName() + " did not take a message: " + reason, cause);
    this.queue = queue;
  }

  public Queue queue() {
    return queue;
  }
}
