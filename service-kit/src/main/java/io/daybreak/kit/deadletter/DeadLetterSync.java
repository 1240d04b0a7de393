package io.daybreak.kit.deadletter;

import io.daybreak.contracts.Message;
import io.daybreak.contracts.queue.Queue;

/**
 * What a service does about a dead letter of a queue it consumes: it brings the thing the message
 * was about to a true state. Being a CDI bean of this type is all it takes; one bean a queue.
 *
 * <p>The message only says which thing that is. It is not replayed: the current truth is read and
 * applied, and doing so once more changes nothing more.
 *
 * @param <M> the messages of the queue
 */
public interface DeadLetterSync<M extends Message> {

  /** The queue whose dead letters this bean synchronises. */
  Queue queue();

  /**
   * Synchronises. Called on a worker thread, for one letter at a time in the whole cluster; may
   * block, but not for ever. Any throw is recorded with the letter, which then waits for a person.
   *
   * @return one sentence for operators: what it came to
   */
  String sync(M message);
}
