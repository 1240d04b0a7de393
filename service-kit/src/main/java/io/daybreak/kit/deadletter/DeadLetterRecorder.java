package io.daybreak.kit.deadletter;

import io.daybreak.contracts.queue.Queue;
import io.daybreak.kit.queue.UnreadableMessageException;
import io.daybreak.kit.sql.BlockingSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Moves dead letters from SQS into the table. A letter is recorded before it is deleted at SQS, so
 * a crash between the two brings it back, and the second time it is known.
 */
@ApplicationScoped
class DeadLetterRecorder {

  private static final String RECORD =
      """
      insert into dead_letter (queue, message_id, message_group, type, body, cause, sent_at,
                               due_at, state, outcome)
      values ($1, $2, $3, $4, $5,
              (select cause from message_failure where queue = $1 and message_id = $2),
              $6, now() + make_interval(secs => $7), $8, $9)
      on conflict (queue, message_id) do nothing
      """;

  private final BlockingSql sql;
  private final DeadLetterQueues messages;
  private final DeadLetterReader reader;
  private final DeadLetterSettings settings;
  private final DeadLetterMetrics metrics;

  DeadLetterRecorder(
      BlockingSql sql,
      DeadLetterQueues messages,
      DeadLetterReader reader,
      DeadLetterSettings settings,
      DeadLetterMetrics metrics) {
    this.sql = sql;
    this.messages = messages;
    this.reader = reader;
    this.settings = settings;
    this.metrics = metrics;
  }

  /** Takes in what SQS has of a queue, while it may; blocks. */
  void takeIn(Queue queue, BooleanSupplier may) {
    boolean more = true;
    while (more && may.getAsBoolean()) {
      List<ReceivedDeadLetter> received = messages.receive(queue);
      for (ReceivedDeadLetter message : received) {
        record(message);
        messages.delete(message);
      }
      more = !received.isEmpty();
    }
  }

  /** Records a letter, unless it is known. */
  void record(ReceivedDeadLetter message) {
    String unreadable = unreadable(message);
    DeadLetterState state = unreadable == null ? DeadLetterState.WAITING : DeadLetterState.PARKED;
    int recorded =
        sql.changed(
            RECORD,
            message.queue(),
            message.messageId(),
            message.group(),
            message.type(),
            message.body(),
            message.sentAt(),
            settings.delay(),
            state,
            unreadable);
    if (recorded == 1) {
      metrics.recorded(message.queue(), state);
    }
  }

  /** Why no synchronisation is possible; null if it is. */
  private @Nullable String unreadable(ReceivedDeadLetter message) {
    try {
      reader.read(message.queue(), message.type(), message.body());
      return null;
    } catch (UnreadableMessageException e) {
      return e.getMessage();
    }
  }
}
