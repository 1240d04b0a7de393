package io.daybreak.kit.deadletter;

import io.daybreak.contracts.queue.Queue;
import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;

/**
 * A letter that this process has claimed.
 *
 * @param claim what only this claim of it knows
 */
record ClaimedDeadLetter(UUID id, UUID claim, Queue queue, String type, String body) {

  static ClaimedDeadLetter of(Row row) {
    return new ClaimedDeadLetter(
        row.getUUID("id"),
        row.getUUID("claim"),
        Queue.valueOf(row.getString("queue")),
        row.getString("type"),
        row.getString("body"));
  }
}
