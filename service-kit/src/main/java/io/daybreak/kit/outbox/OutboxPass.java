package io.daybreak.kit.outbox;

import io.daybreak.contracts.queue.Queue;
import io.daybreak.kit.queue.QueueSender;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Sends the oldest messages of one queue and forgets them, in one transaction. */
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
    /** Nothing waits. */
    NOTHING,
    /** Another process sends what waits. */
    ELSEWHERE,
    /** Something was sent; more may wait. */
    PROGRESS,
    /** The queue is not well. */
    TROUBLE
  }

  /** The queues that have something to send. */
  Uni<Set<Queue>> queues() {
    return OutboxTable.queues(pool);
  }

  Uni<Result> run(Queue queue) {
    return pool.withTransaction(
        transaction ->
            OutboxTable.claim(transaction, queue, settings.passTimeout())
                .chain(
                    claimed ->
                        claimed
                            ? sendOldest(transaction, queue)
                            : Uni.createFrom().item(Result.ELSEWHERE)));
  }

  private Uni<Result> sendOldest(SqlClient transaction, Queue queue) {
    return OutboxTable.oldest(transaction, queue, settings.batch())
        .chain(
            messages ->
                messages.isEmpty()
                    ? Uni.createFrom().item(Result.NOTHING)
                    : send(queue, messages).chain(sending -> settle(transaction, sending)));
  }

  /** Sending blocks, which the connection's thread must not. */
  private Uni<BatchSend> send(Queue queue, List<PendingMessage> messages) {
    return Uni.createFrom()
        .item(
            () -> {
              BatchSend sending = new BatchSend(sender, settings.passTimeout().dividedBy(2));
              sending.send(queue, messages);
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
