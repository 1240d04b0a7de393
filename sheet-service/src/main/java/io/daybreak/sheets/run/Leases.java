package io.daybreak.sheets.run;

import io.quarkus.logging.Log;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The leases of the commands that this process has claimed. They are renewed from Vert.x's timer
 * and not from the scheduler, which stops before the last command is finished when the service goes
 * down.
 */
@ApplicationScoped
public class Leases {

  private final Pool pool;
  private final Vertx vertx;
  private final Duration lease;
  private final Set<UUID> held = ConcurrentHashMap.newKeySet();

  /** This process; another after every start, so that it does not inherit what it left behind. */
  private final UUID holder = UUID.randomUUID();

  private final long timer;

  Leases(Pool pool, Vertx vertx, LeaseSettings settings) {
    this.pool = pool;
    this.vertx = vertx;
    this.lease = settings.lease();
    this.timer = vertx.setPeriodic(lease.toMillis() / 3, ignored -> renew());
    Log.infof("Claimed commands of this process are held by %s", holder);
  }

  UUID holder() {
    return holder;
  }

  /** For {@code now() + $n * interval '1 millisecond'}. */
  double millis() {
    return lease.toMillis();
  }

  /** Renews the lease of a run's claimed command until closed. */
  public Held hold(TabWrite write) {
    held.add(write.runId());
    return () -> held.remove(write.runId());
  }

  private void renew() {
    if (held.isEmpty()) {
      return;
    }
    pool.preparedQuery(
            """
            update tab_write set lease_until = now() + $1 * interval '1 millisecond'
            where run_id = any($2) and holder = $3
            """)
        .execute(Tuple.of(millis(), held.toArray(UUID[]::new), holder))
        .subscribe()
        .with(
            renewed -> {},
            failure -> Log.warn("The leases of the claimed commands were not renewed", failure));
  }

  @PreDestroy
  void stop() {
    vertx.cancelTimer(timer);
  }

  /** A lease that is being renewed. */
  public interface Held extends AutoCloseable {
    @Override
    void close();
  }
}
