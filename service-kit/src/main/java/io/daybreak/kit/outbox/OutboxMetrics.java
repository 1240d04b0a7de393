package io.daybreak.kit.outbox;

import io.daybreak.contracts.queue.Queue;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * {@code daybreak.outbox.messages} by outcome, counted by the relay; and of the table, by queue and
 * by a statement of their own, so that they tell the truth also while no relay can work: {@code
 * daybreak.outbox.age.seconds} (how long the oldest message has waited), {@code
 * daybreak.outbox.waiting} and {@code daybreak.outbox.refused}. Rows of queues that this version
 * does not know have the queue {@code unknown}.
 */
@ApplicationScoped
class OutboxMetrics {

  private final Map<String, OutboxDepth> depths = new ConcurrentHashMap<>();
  private final MeterRegistry registry;
  private final Pool pool;
  private final Counter sent;
  private final Counter refused;

  OutboxMetrics(MeterRegistry registry, Pool pool) {
    this.registry = registry;
    this.pool = pool;
    this.sent = registry.counter("daybreak.outbox.messages", "outcome", "sent");
    this.refused = registry.counter("daybreak.outbox.messages", "outcome", "refused");
    for (Queue queue : Queue.values()) {
      watch(queue.queueName());
    }
    watch(OutboxDepth.UNKNOWN);
  }

  void settled(BatchSend sending) {
    sent.increment(sending.sent().size());
    refused.increment(sending.refused().size());
  }

  /** Looks at the table. */
  @Scheduled(
      every = "15s",
      identity = "outbox-depths",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> read() {
    return OutboxTable.depths(pool).invoke(this::show).replaceWithVoid();
  }

  private void show(List<OutboxDepth> found) {
    Map<String, OutboxDepth> byQueue =
        found.stream()
            .collect(Collectors.toMap(OutboxDepth::queue, Function.identity(), OutboxDepth::plus));
    depths.replaceAll((queue, before) -> byQueue.getOrDefault(queue, OutboxDepth.empty(queue)));
  }

  private void watch(String queue) {
    depths.put(queue, OutboxDepth.empty(queue));
    gauge("daybreak.outbox.age.seconds", queue, OutboxDepth::ageSeconds);
    gauge("daybreak.outbox.waiting", queue, OutboxDepth::waiting);
    gauge("daybreak.outbox.refused", queue, OutboxDepth::refused);
  }

  private void gauge(String name, String queue, ToDoubleFunction<OutboxDepth> value) {
    Gauge.builder(name, depths, all -> value.applyAsDouble(all.get(queue)))
        .tag("queue", queue)
        .register(registry);
  }
}
