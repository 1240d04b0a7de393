package io.daybreak.imports.run;

import io.daybreak.contracts.run.FailureCode;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Live runs by state, and how long the oldest one has waited: of the whole cluster, so every
 * instance shows the same. Ended runs are counted by the instance that ended them.
 */
@ApplicationScoped
class RunMetrics {

  private static final String LIVE_RUNS =
      """
      select state, count(*) as runs,
             coalesce(extract(epoch from now() - min(queued_at)), 0)::bigint as oldest_seconds
      from run where state between 1 and 6 group by state
      """;

  private final Pool pool;
  private final MeterRegistry registry;
  private final Map<RunState, AtomicLong> runs = new EnumMap<>(RunState.class);
  private final AtomicLong oldestWaitSeconds;

  RunMetrics(Pool pool, MeterRegistry registry) {
    this.pool = pool;
    this.registry = registry;
    for (RunState state : RunState.values()) {
      if (!state.ended()) {
        runs.put(state, gauge(registry, state));
      }
    }
    this.oldestWaitSeconds = registry.gauge("daybreak.runs.oldest.wait.seconds", new AtomicLong());
  }

  void failed(FailureCode code) {
    registry.counter("daybreak.runs.failed", "code", code.name()).increment();
  }

  /**
   * @param seconds from the request to the end
   */
  void succeeded(double seconds) {
    registry.timer("daybreak.runs.succeeded").record(Duration.ofMillis((long) (seconds * 1000)));
  }

  @Scheduled(every = "15s", identity = "run-metrics")
  Uni<Void> read() {
    return pool.query(LIVE_RUNS).execute().invoke(this::show).replaceWithVoid();
  }

  private void show(RowSet<Row> rows) {
    runs.values().forEach(number -> number.set(0));
    long oldest = 0;
    for (Row row : rows) {
      RunState state = RunState.ofCode(row.getShort("state"));
      runs.get(state).set(row.getLong("runs"));
      if (state.waiting()) {
        oldest = Math.max(oldest, row.getLong("oldest_seconds"));
      }
    }
    oldestWaitSeconds.set(oldest);
  }

  private static AtomicLong gauge(MeterRegistry registry, RunState state) {
    AtomicLong number = new AtomicLong();
    Gauge.builder("daybreak.runs.live", number, AtomicLong::get)
        .description("Runs in a state that is not an end")
        .tag("state", state.name().toLowerCase(Locale.ROOT))
        .register(registry);
    return number;
  }
}
