package io.daybreak.imports.job;

import io.daybreak.imports.run.RunExecution;
import io.daybreak.imports.run.RunExecution.Executed;
import io.daybreak.imports.run.RunExecution.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The work of one Job: the run it was created for, then the long runs of the same API key that
 * follow, until there is none.
 */
@ApplicationScoped
class JobWork {

  private static final Logger LOG = Logger.getLogger(JobWork.class);
  private static final Duration LOOK = Duration.ofSeconds(1);

  /** Longer than a look, so that nobody creates a Job in between; short, in case this one dies. */
  private static final Duration ANNOUNCED = LOOK.multipliedBy(3);

  private final RunExecution execution;
  private final LongRuns runs;
  private final JobsConfig config;
  private final CountDownLatch stopped = new CountDownLatch(1);

  JobWork(RunExecution execution, LongRuns runs, JobsConfig config) {
    this.execution = execution;
    this.runs = runs;
    this.config = config;
  }

  /**
   * Blocks until no run is left.
   *
   * @return whether no run failed; a run that somebody else has claimed is not a failure
   */
  boolean work(UUID runId, String worker) throws InterruptedException {
    boolean good = true;
    Optional<Executed> executed = execution.executeOne(runId, worker);
    if (executed.isEmpty()) {
      LOG.infof("Run %s is not to be claimed: it has ended, or another worker has it", runId);
    }
    while (executed.isPresent()) {
      good &= executed.get().outcome() != Outcome.FAILED;
      executed = next(executed.get().apiKeyId(), worker);
    }
    return good;
  }

  /** Lets go of everything at the next look; who stopped the process knows the reason. */
  void stop() {
    stopped.countDown();
    execution.stopAll("the process is being stopped");
  }

  boolean stopping() {
    return stopped.getCount() == 0;
  }

  private Optional<Executed> next(UUID apiKeyId, String worker) throws InterruptedException {
    long end = System.nanoTime() + config.nextRunWait().toNanos();
    try {
      do {
        if (stopping()) {
          return Optional.empty();
        }
        runs.announceWaiting(worker, apiKeyId, ANNOUNCED);
        Optional<Executed> executed = execution.executeNextLong(apiKeyId, worker);
        if (executed.isPresent()) {
          return executed;
        }
      } while (runs.oneIsComing(apiKeyId)
          && System.nanoTime() < end
          && !stopped.await(LOOK.toMillis(), TimeUnit.MILLISECONDS));
      return Optional.empty();
    } finally {
      runs.stopWaiting(worker);
    }
  }
}
