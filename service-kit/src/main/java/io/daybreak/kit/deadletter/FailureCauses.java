package io.daybreak.kit.deadletter;

import io.daybreak.kit.queue.MessageFailed;
import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.sql.Sql;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Notes why a message could not be handled, for the letter that it becomes. */
@ApplicationScoped
class FailureCauses {

  private static final String NOTE =
      """
      insert into message_failure (queue, message_id, cause) values ($1, $2, $3)
      on conflict (queue, message_id) do update set cause = excluded.cause, failed_at = now()
      """;

  /** The database may be the very reason; the message must not wait long for the note. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Sql sql;
  private final BlockingSql blocking;

  FailureCauses(Sql sql, BlockingSql blocking) {
    this.sql = sql;
    this.blocking = blocking;
  }

  void note(@Observes MessageFailed failed) {
    try {
      blocking.await(
          sql.changed(NOTE, failed.queue(), failed.messageId(), Cause.of(failed.cause())),
          PATIENCE);
    } catch (RuntimeException e) { // the letter then has no cause; the log has it
      Log.warnf("Why message %s failed could not be noted: %s", failed.messageId(), e.getMessage());
    }
  }
}
