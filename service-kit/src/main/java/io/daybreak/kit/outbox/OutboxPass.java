package io.daybreak.kit.outbox;

import io.daybreak.kit.queue.QueueSender;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Sends the oldest messages of the outbox and forgets them, in one transaction. */
@ApplicationScoped
class OutboxPass {

  private final Pool pool;
  private final QueueSender sender;
  private final OutboxMetrics metrics;
  private final OutboxSettings settings;

  OutboxPass(Pool pool, QueueSender sender, OutboxMetrics metrics, OutboxSettings settings) {
    this.pool = pool;
    this.sender = sender;
    this.metrics = metrics;
    this.settings = settings;
  }

  /** What a pass came to. */
  enum Result {
    /** Nothing waits, or another process sends it. */
    NOTHING,
    /** Something was sent; more may wait. */
    PROGRESS,
    /** SQS is not well. */
    TROUBLE
  }

  Uni<Result> run() {
    return pool.withTransaction(
        transaction ->
            OutboxTable.claim(transaction, settings.passTimeout())
                .chain(
                    claimed ->
                        claimed ? sendOldest(transaction) : Uni.createFrom().item(Result.NOTHING)));
  }

  private Uni<Result> sendOldest(SqlClient transaction) {
    return OutboxTable.oldest(transaction, settings.batch())
        .invoke(metrics::waiting)
        .chain(
            messages ->
                messages.isEmpty()
                    ? Uni.createFrom().item(Result.NOTHING)
                    : send(messages).chain(sending -> settle(transaction, sending)));
  }

  /** Sending blocks, which the connection's thread must not. */
  private Uni<BatchSend> send(List<PendingMessage> messages) {
    return Uni.createFrom()
        .item(
            () -> {
              BatchSend sending = new BatchSend(sender, settings.passTimeout().dividedBy(2));
              sending.send(messages);
              return sending;
            })
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  private Uni<Result> settle(SqlClient transaction, BatchSend sending) {
    return OutboxTable.forget(transaction, sending.sent())
        .chain(() -> OutboxTable.refuse(transaction, sending.refused()))
        .invoke(() -> metrics.settled(sending))
        .map(nothing -> sending.trouble() ? Result.TROUBLE : Result.PROGRESS);
  }
}
