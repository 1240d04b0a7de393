package io.daybreak.kit.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as operators see it.
 *
 * @param queue a constant of {@link io.daybreak.contracts.queue.Queue}, or one of another version's
 * @param messageId SQS's id of the message
 * @param type name of the message; empty if it had none
 * @param cause why it could not be handled; null where nobody could say
 * @param sentAt when the message was sent; some queues say when it came among the dead letters
 * @param dueAt when its synchronisation may begin
 * @param outcome what the last synchronisation came to, or why none is possible
 * @param attempts synchronisations begun
 * @param decidedBy who asked for the last one, or discarded the letter; null if nobody has
 * @param body the message itself; only where a single letter is asked for
 */
public record DeadLetterView(
    UUID id,
    String queue,
    String messageId,
    @Nullable String group,
    String type,
    DeadLetterState state,
    Instant stateSince,
    @Nullable String cause,
    Instant sentAt,
    Instant recordedAt,
    Instant dueAt,
    @Nullable String outcome,
    int attempts,
    @Nullable String decidedBy,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String body) {

  static DeadLetterView withoutBody(Row row) {
    return of(row, null);
  }

  static DeadLetterView whole(Row row) {
    return of(row, row.getString("body"));
  }

  private static DeadLetterView of(Row row, @Nullable String body) {
    return new DeadLetterView(
        row.getUUID("id"),
        row.getString("queue"),
        row.getString("message_id"),
        row.getString("message_group"),
        row.getString("type"),
        DeadLetterState.valueOf(row.getString("state")),
        instant(row, "state_since"),
        row.getString("cause"),
        instant(row, "sent_at"),
        instant(row, "recorded_at"),
        instant(row, "due_at"),
        row.getString("outcome"),
        row.getInteger("attempts"),
        row.getString("decided_by"),
        body);
  }

  private static Instant instant(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }
}
