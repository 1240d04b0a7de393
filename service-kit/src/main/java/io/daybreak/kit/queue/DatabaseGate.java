package io.daybreak.kit.queue;

import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.sql.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Whether the database can be reached. A message that was received once is never delivered again,
 * so nothing is received, and no message is begun, while its handler could only fail: what was
 * received already is kept hidden and waits here. One probe a second of the whole process decides,
 * however many queues and workers ask. {@code daybreak.database.reachable} says 1 or 0.
 */
@ApplicationScoped
public class DatabaseGate {

  private static final String PROBE = "select 1";

  private final Sql sql;
  private final BlockingSql blocking;
  private final Duration trusted;
  private final Duration patience;
  private long probedAt;
  private boolean probed;
  private volatile boolean reachable = true;

  DatabaseGate(Sql sql, BlockingSql blocking, QueueSettings settings, MeterRegistry registry) {
    this.sql = sql;
    this.blocking = blocking;
    this.trusted = settings.databaseProbe();
    this.patience = settings.databasePatience();
    registry.gauge("daybreak.database.reachable", this, gate -> gate.reachable ? 1 : 0);
  }

  /** Whether the database answers, or did a moment ago; blocks for a statement at most. */
  public synchronized boolean open() {
    if (!probed || System.nanoTime() - probedAt > trusted.toNanos()) {
      probe();
    }
    return reachable;
  }

  /** Something failed that may have failed for the database: the next who asks has it probed. */
  public synchronized void suspect() {
    probed = false;
  }

  /**
   * Waits until the database answers, for as long as that takes.
   *
   * @param stop ends the wait
   * @return whether the database answers; false only once stop was counted down
   */
  public boolean await(CountDownLatch stop) throws InterruptedException {
    while (!open()) {
      if (stop.await(trusted.toMillis(), TimeUnit.MILLISECONDS)) {
        return open();
      }
    }
    return true;
  }

  /** Whether something failed because a connection could not be made, or was lost. */
  public static boolean isOutage(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException
          || cause instanceof ClosedConnectionException
          || cause instanceof PgException pg
              && pg.getSqlState() != null
              && (pg.getSqlState().startsWith("08") || pg.getSqlState().startsWith("57P"))) {
        return true;
      }
    }
    return false;
  }

  private void probe() {
    boolean before = reachable;
    try {
      blocking.await(sql.first(PROBE), patience);
      reachable = true;
    } catch (RuntimeException e) { // whatever it is, a handler would meet it as well
      reachable = false;
      if (before) {
        Log.errorf("The database cannot be reached, so no messages are taken: %s", e.getMessage());
      }
    }
    if (reachable && !before) {
      Log.info("The database is back, and messages are taken again");
    }
    probedAt = System.nanoTime();
    probed = true;
  }
}
