package io.daybreak.kit.queue;

import io.daybreak.contracts.Message;
import io.daybreak.contracts.queue.Queue;

/**
 * What a service does with the messages of one queue. Being a CDI bean of this type is all it takes
 * to consume the queue; one bean a queue.
 *
 * <p>{@link #handle} is called on a worker thread and may block. Messages of one group come one at
 * a time and in order, in the whole cluster; messages of different groups come at the same time.
 * The same message may come a second time, so a handler must change nothing the second time.
 *
 * @param <M> the messages of the queue; one of another type becomes a dead letter
 */
public interface MessageHandler<M extends Message> {

  /** The queue whose messages this bean handles. */
  Queue queue();

  /**
   * Handles a message; returning deletes it. Any throw leaves it undeleted, and it becomes a dead
   * letter at once: nothing is handled a second time by itself.
   */
  void handle(M message);
}
