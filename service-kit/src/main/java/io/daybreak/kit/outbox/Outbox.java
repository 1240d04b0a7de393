package io.daybreak.kit.outbox;

import io.daybreak.contracts.Message;
import io.daybreak.kit.queue.Envelope;
import io.daybreak.kit.queue.Envelopes;
import io.daybreak.kit.sql.CommitListener;
import io.daybreak.kit.sql.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Messages that belong to a change in the database. They are written in the transaction of the
 * change and sent after its commit: both happen, or neither.
 *
 * <p>A message is sent at least once: again, with the same deduplication id, if the process dies
 * between SQS taking it and forgetting it here, or SQS took it without saying so. A FIFO queue
 * drops the second one if it comes within five minutes; handlers do nothing the second time.
 */
@ApplicationScoped
public class Outbox implements CommitListener {

  private static final String ADD =
      """
      insert into outbox (queue, message_group, deduplication_id, type, body, traceparent)
      values ($1, $2, $3, $4, $5, $6)
      """;

  private final AtomicLong added = new AtomicLong();
  private final Envelopes envelopes;
  private final OutboxRelay relay;

  Outbox(Envelopes envelopes, OutboxRelay relay) {
    this.envelopes = envelopes;
    this.relay = relay;
  }

  /**
   * Adds a message to a transaction. Messages of one group are sent in the order in which they were
   * added, provided that their transactions follow each other, as those do that lock the same row
   * first.
   */
  public Uni<Void> add(SqlClient transaction, Message message) {
    Envelope envelope = envelopes.seal(message);
    added.incrementAndGet();
    return transaction
        .preparedQuery(ADD)
        .execute(
            Tuple.of(
                envelope.queue().name(),
                envelope.group(),
                envelope.deduplicationId(),
                envelope.type(),
                envelope.body(),
                envelope.traceparent()))
        .replaceWithVoid();
  }

  /** Adds a message to a transaction of a worker. */
  public void add(Tx transaction, Message message) {
    transaction.call(connection -> add(connection, message));
  }

  /** Wakes the relay after each transaction during which a message was added. */
  @Override
  public Runnable beginning() {
    long before = added.get();
    return () -> {
      if (added.get() != before) {
        relay.nudge();
      }
    };
  }

  /** For Hibernate's transactions: messages of one were committed, and are sent without delay. */
  public void published() {
    relay.nudge();
  }
}
