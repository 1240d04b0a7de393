package io.daybreak.kit.lease;

import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The right to do something alone, renewed every third of its duration until it is closed. It says
 * who works, not what is true: a holder that was paused may learn late that it has lost it, so what
 * is done under a lease is written with conditional updates all the same.
 */
public final class Lease implements AutoCloseable {

  private final Leases leases;
  private final String name;
  private final UUID holder;
  private final Duration duration;
  private volatile long believedUntil;
  private volatile boolean lost;
  private @Nullable ScheduledFuture<?> heartbeat;

  Lease(Leases leases, String name, UUID holder, Duration duration) {
    this.leases = leases;
    this.name = name;
    this.holder = holder;
    this.duration = duration;
    this.believedUntil = System.nanoTime() + duration.toNanos();
  }

  /** Whether it may still be relied on. */
  public boolean held() {
    return !lost && System.nanoTime() - believedUntil < 0;
  }

  /** Gives it up, so that the next one need not wait for its end. Never throws. */
  @Override
  public void close() {
    if (heartbeat != null) {
      heartbeat.cancel(false);
    }
    try {
      leases.release(this);
    } catch (RuntimeException e) { // it runs out by itself
      Log.warnf("The lease %s could not be given up, it runs out: %s", name, e.getMessage());
    }
  }

  String name() {
    return name;
  }

  UUID holder() {
    return holder;
  }

  Duration duration() {
    return duration;
  }

  void keep(ScheduledExecutorService heartbeats) {
    long millis = duration.dividedBy(3).toMillis();
    heartbeat =
        heartbeats.scheduleWithFixedDelay(this::renew, millis, millis, TimeUnit.MILLISECONDS);
  }

  private void renew() {
    long asked = System.nanoTime();
    try {
      if (leases.renew(this)) {
        believedUntil = asked + duration.toNanos();
      } else {
        lost = true;
      }
    } catch (RuntimeException e) { // the edge of the heartbeat: the next beat may succeed
      Log.warnf("The lease %s could not be renewed: %s", name, e.getMessage());
    }
  }
}
