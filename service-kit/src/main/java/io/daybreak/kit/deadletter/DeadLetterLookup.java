package io.daybreak.kit.deadletter;

import io.daybreak.contracts.Message;
import io.daybreak.contracts.queue.Queue;
import io.daybreak.kit.budget.WaitInterruptedException;
import io.daybreak.kit.queue.UnreadableMessageException;
import io.daybreak.kit.sql.BlockingSql;
import io.quarkus.logging.Log;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import software.amazon.awssdk.core.exception.SdkException;

/** Whether a message that a handler misses has died, for those who must know why it is missing. */
@ApplicationScoped
public class DeadLetterLookup {

  private static final String OF_GROUP =
      "select type, body from dead_letter where queue = $1 and message_group = $2";

  private static final int LOOKS = 10;
  private static final long PAUSE_MILLIS = 200;

  private final BlockingSql sql;
  private final DeadLetterRecorder recorder;
  private final DeadLetterReader reader;
  private final DeadLetterQueues letters;

  DeadLetterLookup(
      BlockingSql sql,
      DeadLetterRecorder recorder,
      DeadLetterReader reader,
      DeadLetterQueues letters) {
    this.sql = sql;
    this.letters = letters;
    this.recorder = recorder;
    this.reader = reader;
  }

  /**
   * Whether there is a dead letter of a message group that fits, be it recorded or still at SQS;
   * blocks, for some seconds where another process is just recording letters of the queue.
   */
  public boolean exists(Queue queue, String group, Predicate<Message> fits)
      throws WaitInterruptedException {
    boolean underWay = record(queue);
    boolean found = recorded(queue, group, fits);
    for (int look = 1; look < LOOKS && !found && underWay; look++) {
      pause();
      underWay = record(queue);
      found = recorded(queue, group, fits);
    }
    return found;
  }

  private boolean recorded(Queue queue, String group, Predicate<Message> fits) {
    for (Row row : sql.list(OF_GROUP, queue, group)) {
      if (fits(queue, row, fits)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Recording is idempotent, so it needs nobody's turn.
   *
   * @return whether somebody else has received letters that may not be recorded yet
   */
  private boolean record(Queue queue) {
    try {
      recorder.takeIn(queue, () -> true);
      return letters.depth(queue) > 0;
    } catch (SdkException e) {
      Log.warnf("Letters of %s were not looked at: %s", queue.deadLetterName(), e.getMessage());
      return false;
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WaitInterruptedException();
    }
  }

  private boolean fits(Queue queue, Row row, Predicate<Message> fits) {
    try {
      return fits.test(reader.read(queue, row.getString("type"), row.getString("body")));
    } catch (UnreadableMessageException e) {
      return false;
    }
  }
}
