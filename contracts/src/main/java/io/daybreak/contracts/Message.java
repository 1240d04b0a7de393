package io.daybreak.contracts;

import io.daybreak.contracts.queue.Queue;

/**
 * What travels in the body of a queue message, as the JSON of the record. The simple name of the
 * record travels beside it, in the message attribute {@code type}; {@link MessageTypes} maps it
 * back.
 */
public interface Message {

  /** The queue the message belongs on. */
  Queue queue();

  /** FIFO message group: messages of one group are handled one at a time, in order. */
  String group();

  /**
   * The message's identity: sending the same message twice within SQS's five minutes delivers it
   * once, and it is the same after a crash between sending and forgetting it.
   */
  String deduplicationId();
}
