package io.daybreak.kit.outbox;

import io.daybreak.contracts.queue.Queue;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Arrays;

/**
 * What stands in the outbox for one queue.
 *
 * @param queue the queue's name, or {@link #UNKNOWN}
 * @param known whether this version knows the queue; if not, its messages wait for one that does
 * @param waiting messages that are to be sent
 * @param refused messages that SQS will never take
 * @param ageSeconds how long the oldest of those that are to be sent has waited; 0 if there is none
 */
record OutboxDepth(String queue, boolean known, long waiting, long refused, double ageSeconds) {

  /** Stands for all queues that this version does not know: a tag takes no value from a table. */
  static final String UNKNOWN = "unknown";

  static OutboxDepth of(Row row) {
    String name = row.getString("queue");
    String queue =
        Arrays.stream(Queue.values())
            .filter(one -> one.name().equals(name))
            .map(Queue::queueName)
            .findFirst()
            .orElse(UNKNOWN);
    return new OutboxDepth(
        queue,
        !queue.equals(UNKNOWN),
        row.getLong("waiting"),
        row.getLong("refused"),
        row.getDouble("age_seconds"));
  }

  static OutboxDepth empty(String queue) {
    return new OutboxDepth(queue, !queue.equals(UNKNOWN), 0, 0, 0);
  }

  /** Both together, as of one queue. */
  OutboxDepth plus(OutboxDepth other) {
    return new OutboxDepth(
        queue,
        known,
        waiting + other.waiting,
        refused + other.refused,
        Math.max(ageSeconds, other.ageSeconds));
  }
}
