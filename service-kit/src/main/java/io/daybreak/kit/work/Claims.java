package io.daybreak.kit.work;

import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.sql.Sql;
import io.daybreak.kit.time.NanoClock;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Claims rows for this process and keeps them claimed. The database's clock decides who holds a
 * row; a process that dies loses its claims by falling silent.
 */
@ApplicationScoped
public class Claims {

  /** Later than whoever still works under a claim. */
  private static final int LAST = 5000;

  /** Not static: a native executable would keep the process that built it. */
  private final String process = ManagementFactory.getRuntimeMXBean().getName();

  private final ScheduledExecutorService renewer = WorkThreads.timer("claim-renewer");
  private final Sql sql;
  private final BlockingSql blocking;
  private final NanoClock clock;

  Claims(Sql sql, BlockingSql blocking, NanoClock clock) {
    this.sql = sql;
    this.blocking = blocking;
    this.clock = clock;
  }

  /**
   * Claims a row with a statement of the feature, and keeps it claimed until the claim is closed.
   *
   * @param duration how long after the claimant's last sign of life another one may claim the row
   * @param statement given who claims, sets {@code claimed_by} to that and {@code claimed_until} to
   *     {@code now()} and the duration, on a row nobody holds; answers the row with its key and its
   *     {@code claim_token}, or nothing. Each claim has a name of its own, so that an earlier one
   *     of this process is another's.
   */
  public <T> Optional<Claim<T>> claim(
      ClaimTable table,
      Duration duration,
      Function<String, Optional<Row>> statement,
      Function<Row, T> work) {
    return claim(table, process + "/" + UUID.randomUUID(), duration, statement, work);
  }

  /** The same for a claimant that others know by its name; it claims no row a second time. */
  public <T> Optional<Claim<T>> claim(
      ClaimTable table,
      String by,
      Duration duration,
      Function<String, Optional<Row>> statement,
      Function<Row, T> work) {
    long asked = nanos();
    return statement.apply(by).map(row -> keep(table, by, duration, asked, row, work.apply(row)));
  }

  long nanos() {
    return clock.nanos();
  }

  /** Never throws: what cannot be released expires. */
  void release(Claim<?> claim) {
    try {
      blocking.changed(claim.table().release(), claim.key(), claim.token());
    } catch (RuntimeException e) {
      Log.warnf("%s was not released, it expires: %s", claim, e.getMessage());
    }
  }

  void stop(@Observes @Priority(LAST) ShutdownEvent event) {
    renewer.shutdownNow();
  }

  private <T> Claim<T> keep(
      ClaimTable table, String by, Duration duration, long asked, Row row, T work) {
    Object key = Objects.requireNonNull(row.getValue(table.key()), table::key);
    Claim<T> claim =
        new Claim<>(table, key, row.getLong("claim_token"), by, work, this, duration, asked);
    long third = duration.dividedBy(3).toNanos();
    claim.renewedBy(
        renewer.scheduleAtFixedRate(() -> renew(claim), third, third, TimeUnit.NANOSECONDS));
    return claim;
  }

  /** Does not wait for the answer: a row that is locked must not keep others from being renewed. */
  void renew(Claim<?> claim) {
    if (claim.held()) {
      long asked = nanos();
      sql.changed(claim.table().renewal(), claim.key(), claim.token(), claim.seconds())
          .subscribe()
          .with(
              renewed -> claim.renewed(asked, renewed == 1),
              failure -> Log.warnf("%s was not renewed: %s", claim, failure.getMessage()));
    }
  }
}
