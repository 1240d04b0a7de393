package io.daybreak.kit.lease;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Hands out leases; the database's clock decides, and who dies loses theirs by falling silent. */
@ApplicationScoped
public class Leases {

  private static final String TAKE =
      """
      insert into lease as l (name, holder, process, until)
      values ($1, $2, $4, clock_timestamp() + make_interval(secs => $3))
      on conflict (name) do update
      set holder = excluded.holder, process = excluded.process, until = excluded.until
      where l.until < clock_timestamp()
      """;

  private static final String RENEW =
      """
      update lease set until = clock_timestamp() + make_interval(secs => $3)
      where name = $1 and holder = $2
      """;

  private static final String RELEASE = "delete from lease where name = $1 and holder = $2";

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Later than whoever still works under a lease. */
  private static final int LAST = 5000;

  private final ScheduledExecutorService heartbeats =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "lease-heartbeat");
            thread.setDaemon(true);
            return thread;
          });

  /** Not static: a native executable would keep the process that built it. */
  private final String process = ManagementFactory.getRuntimeMXBean().getName();

  private final Pool pool;

  public Leases(Pool pool) {
    this.pool = pool;
  }

  /**
   * Takes a lease and keeps it until it is closed; blocks for a statement.
   *
   * @param name what is done under it
   * @param duration how long after the holder's last sign of life another one may take it
   * @return nothing if somebody holds it
   */
  public Optional<Lease> take(String name, Duration duration) {
    Lease lease = new Lease(this, name, UUID.randomUUID(), duration);
    if (!write(TAKE, values(lease).addString(process))) {
      return Optional.empty();
    }
    lease.keep(heartbeats);
    return Optional.of(lease);
  }

  boolean renew(Lease lease) {
    return write(RENEW, values(lease));
  }

  void release(Lease lease) {
    pool.preparedQuery(RELEASE)
        .execute(Tuple.of(lease.name(), lease.holder()))
        .await()
        .atMost(PATIENCE);
  }

  void stop(@Observes @Priority(LAST) ShutdownEvent event) {
    heartbeats.shutdown();
  }

  private static Tuple values(Lease lease) {
    return Tuple.of(lease.name(), lease.holder(), lease.duration().toMillis() / 1000.0);
  }

  private boolean write(String sql, Tuple values) {
    return pool.preparedQuery(sql).execute(values).await().atMost(PATIENCE).rowCount() == 1;
  }
}
