package io.daybreak.kit.deadletter;

import io.daybreak.contracts.queue.Queue;
import io.daybreak.kit.sql.BlockingSql;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * {@code daybreak.dead.letters.recorded}: letters taken from SQS, by the state they began in;
 * {@code daybreak.dead.letters.settled}: how synchronisations ended; both by this process, and
 * there with 0 from the start, so that the first one is an increase.
 *
 * <p>{@code daybreak.dead.letters.depth}: letters that SQS still has; {@code
 * daybreak.dead.letters}: recorded ones that are not settled, by state; {@code
 * daybreak.dead.letters.age.seconds}: since when the oldest of them is recorded. Of the whole
 * cluster, so every instance shows the same.
 */
@ApplicationScoped
class DeadLetterMetrics {

  private static final String OPEN =
      """
      select queue, state, count(*) as letters,
             extract(epoch from now() - min(recorded_at))::bigint as oldest
      from dead_letter
      where state in ('WAITING', 'SYNCING', 'FAILED', 'PARKED') and queue = any($1::text[])
      group by queue, state
      """;

  private static final List<DeadLetterState> OPEN_STATES =
      List.of(
          DeadLetterState.WAITING,
          DeadLetterState.SYNCING,
          DeadLetterState.FAILED,
          DeadLetterState.PARKED);

  private static final List<DeadLetterState> FIRST_STATES =
      List.of(DeadLetterState.WAITING, DeadLetterState.PARKED);

  private static final List<DeadLetterState> LAST_STATES =
      List.of(DeadLetterState.SYNCED, DeadLetterState.FAILED, DeadLetterState.PARKED);

  private final Map<Queue, Reading> readings = new ConcurrentHashMap<>();
  private final BlockingSql sql;
  private final DeadLetterQueues messages;
  private final MeterRegistry registry;

  DeadLetterMetrics(
      @All List<DeadLetterSync<?>> syncs,
      BlockingSql sql,
      DeadLetterQueues messages,
      MeterRegistry registry) {
    this.sql = sql;
    this.messages = messages;
    this.registry = registry;
    syncs.forEach(sync -> readings.put(sync.queue(), Reading.NONE));
  }

  void recorded(Queue queue, DeadLetterState state) {
    counter("daybreak.dead.letters.recorded", queue, state).increment();
  }

  void settled(Queue queue, DeadLetterState state) {
    counter("daybreak.dead.letters.settled", queue, state).increment();
  }

  void register(@Observes StartupEvent event) {
    for (Queue queue : readings.keySet()) {
      FIRST_STATES.forEach(state -> counter("daybreak.dead.letters.recorded", queue, state));
      LAST_STATES.forEach(state -> counter("daybreak.dead.letters.settled", queue, state));
      gauge("daybreak.dead.letters.depth", queue, () -> reading(queue).depth()).register(registry);
      gauge("daybreak.dead.letters.age.seconds", queue, () -> reading(queue).oldestSeconds())
          .register(registry);
      for (DeadLetterState state : OPEN_STATES) {
        gauge("daybreak.dead.letters", queue, () -> reading(queue).open().getOrDefault(state, 0L))
            .tag("state", tag(state))
            .register(registry);
      }
    }
  }

  /** On a worker thread: SQS's client blocks. */
  @Scheduled(
      every = "15s",
      identity = "dead-letter-gauges",
      concurrentExecution = ConcurrentExecution.SKIP)
  void read() {
    if (readings.isEmpty()) {
      return;
    }
    Map<Queue, Map<DeadLetterState, Long>> open = new EnumMap<>(Queue.class);
    Map<Queue, Long> oldest = new EnumMap<>(Queue.class);
    Object own = readings.keySet().stream().map(Queue::name).toArray(String[]::new);
    for (Row row : sql.list(OPEN, own)) {
      Queue queue = Queue.valueOf(row.getString("queue"));
      open.computeIfAbsent(queue, key -> new EnumMap<>(DeadLetterState.class))
          .put(DeadLetterState.valueOf(row.getString("state")), row.getLong("letters"));
      oldest.merge(queue, row.getLong("oldest"), Math::max);
    }
    readings.replaceAll(
        (queue, before) ->
            new Reading(
                depth(queue, before),
                open.getOrDefault(queue, Map.of()),
                oldest.getOrDefault(queue, 0L)));
  }

  private long depth(Queue queue, Reading before) {
    try {
      return messages.depth(queue);
    } catch (SdkException e) {
      Log.debugf("The depth of %s is not known: %s", queue.deadLetterName(), e.getMessage());
      return before.depth();
    }
  }

  private Counter counter(String name, Queue queue, DeadLetterState state) {
    return registry.counter(name, "queue", queue.queueName(), "state", tag(state));
  }

  private static String tag(DeadLetterState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private Reading reading(Queue queue) {
    return readings.getOrDefault(queue, Reading.NONE);
  }

  private static Gauge.Builder<?> gauge(String name, Queue queue, Supplier<Number> value) {
    return Gauge.builder(name, value).tag("queue", queue.queueName());
  }

  private record Reading(long depth, Map<DeadLetterState, Long> open, long oldestSeconds) {

    static final Reading NONE = new Reading(0, Map.of(), 0);
  }
}
