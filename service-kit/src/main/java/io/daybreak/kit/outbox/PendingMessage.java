package io.daybreak.kit.outbox;

import io.daybreak.contracts.queue.Queue;
import io.daybreak.kit.queue.Envelope;
import io.vertx.mutiny.sqlclient.Row;

/**
 * A message that waits in the outbox.
 *
 * @param id its place: messages of one group are sent in the order of their ids
 */
record PendingMessage(long id, Envelope envelope) {

  static PendingMessage of(Row row) {
    return new PendingMessage(
        row.getLong("id"),
        new Envelope(
            Queue.valueOf(row.getString("queue")),
            row.getString("message_group"),
            row.getString("deduplication_id"),
            row.getString("type"),
            row.getString("body"),
            row.getString("traceparent")));
  }

  Queue queue() {
    return envelope.queue();
  }

  /** What must stay in order; on a queue without order, nothing but the message itself. */
  Object group() {
    return queue().fifo() ? envelope.group() : id;
  }
}
