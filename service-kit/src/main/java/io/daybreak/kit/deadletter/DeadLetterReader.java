package io.daybreak.kit.deadletter;

import io.daybreak.contracts.Message;
import io.daybreak.contracts.queue.Queue;
import io.daybreak.kit.queue.Envelopes;
import io.daybreak.kit.queue.UnreadableMessageException;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads the message in a letter. */
@ApplicationScoped
class DeadLetterReader {

  private final Envelopes envelopes;

  DeadLetterReader(Envelopes envelopes) {
    this.envelopes = envelopes;
  }

  /** Reads a message of the queue it died on; only such a one can be synchronised. */
  Message read(Queue queue, String type, String body) throws UnreadableMessageException {
    Message message = envelopes.open(type, body);
    if (message.queue() != queue) {
      throw new UnreadableMessageException("it belongs on another queue", null);
    }
    return message;
  }

  /** Whether {@link #read} would succeed. */
  boolean readable(Row letter) {
    try {
      read(
          Queue.valueOf(letter.getString("queue")),
          letter.getString("type"),
          letter.getString("body"));
      return true;
    } catch (UnreadableMessageException e) {
      return false;
    }
  }
}
