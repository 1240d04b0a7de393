package io.daybreak.imports.run;

import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A run in the hands of this instance. It knows by its own clock when its lease ends, so that a
 * worker which cannot reach the database stops before another one could act on the run.
 */
class HeldRun implements RunProgress {

  private static final Logger LOG = Logger.getLogger(HeldRun.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ClaimedRun run;
  private final String worker;
  private final RunLeases leases;
  private final Duration lease;
  private volatile long leaseEndsAt;
  private volatile @Nullable String stopped;

  /**
   * @param claimedAt {@link System#nanoTime()} before the run was claimed
   */
  HeldRun(ClaimedRun run, String worker, RunLeases leases, Duration lease, long claimedAt) {
    this.run = run;
    this.worker = worker;
    this.leases = leases;
    this.lease = lease;
    this.leaseEndsAt = claimedAt + lease.toNanos();
  }

  ClaimedRun run() {
    return run;
  }

  String worker() {
    return worker;
  }

  @Override
  public void fetched(int daysDone, long rows) {
    checkCancelled();
    long asked = System.nanoTime();
    boolean held = leases.progress(run.runId(), worker, daysDone, rows).await().atMost(PATIENCE);
    answered(asked, held);
    checkCancelled();
  }

  @Override
  public void checkCancelled() {
    String reason = stopped;
    if (reason == null && System.nanoTime() - leaseEndsAt > 0) {
      reason = "its lease ran out";
    }
    if (reason != null) {
      throw new RunStopped(reason);
    }
  }

  /** Renews the lease without blocking; called by a timer. */
  void renew() {
    long asked = System.nanoTime();
    leases
        .renew(run.runId(), worker)
        .subscribe()
        .with(
            held -> answered(asked, held),
            failure -> LOG.warnf("Run %s: the lease was not renewed: %s", run.runId(), failure));
  }

  /** Makes the worker stop at its next look. */
  void stop(String reason) {
    stopped = reason;
  }

  private void answered(long asked, boolean held) {
    if (held) {
      leaseEndsAt = asked + lease.toNanos();
    } else {
      stop("it was cancelled, or its lease ran out");
    }
  }
}
