package io.daybreak.imports.run;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.imports.run.ImportWork.SentRows;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Carries one claimed run to the end of its fetch, in one place for local workers and Jobs: the
 * lease is renewed meanwhile, and every way out ends the run.
 */
@ApplicationScoped
public class RunExecution {

  private static final Logger LOG = Logger.getLogger(RunExecution.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final RunLeases leases;
  private final RunSteps steps;
  private final RunEndings endings;
  private final ImportWork work;
  private final RunsConfig config;
  private final Collection<HeldRun> inHand = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService renewals =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "run-leases"));

  RunExecution(
      RunLeases leases, RunSteps steps, RunEndings endings, ImportWork work, RunsConfig config) {
    this.leases = leases;
    this.steps = steps;
    this.endings = endings;
    this.work = work;
    this.config = config;
  }

  /** Claims the next local run; it has to be given to {@link #execute} at once. */
  Optional<HeldRun> claimNext(String worker) {
    return claim(worker, leases.claimNext(worker));
  }

  /**
   * Claims one run and executes it; what a Job does that was started for it.
   *
   * @return nothing if the run could not be claimed
   */
  public Optional<Executed> executeOne(UUID runId, String worker) {
    return claim(worker, leases.claim(runId, worker)).map(this::executed);
  }

  /** Claims the next long run of an API key and executes it; nothing if there is none. */
  public Optional<Executed> executeNextLong(UUID apiKeyId, String worker) {
    return claim(worker, leases.claimNextLong(worker, apiKeyId)).map(this::executed);
  }

  /** Stops what is in hand, and leaves it to others to say why it ended. */
  public void stopAll(String why) {
    inHand.forEach(held -> held.stop(why));
  }

  /** Blocks until the fetch has ended, one way or the other. */
  Outcome execute(HeldRun held) {
    UUID runId = held.run().runId();
    inHand.add(held);
    MDC.put("runId", runId.toString());
    long every = config.lease().toMillis() / 3;
    ScheduledFuture<?> renewal =
        renewals.scheduleAtFixedRate(held::renew, every, every, TimeUnit.MILLISECONDS);
    try {
      finish(held, work.execute(held.run(), held));
      return Outcome.FETCHED;
    } catch (RunStopped stopped) {
      LOG.infof("Run %s: stopped, %s", runId, stopped.getMessage());
      return Outcome.STOPPED;
    } catch (RunFailure failure) {
      LOG.infof("Run %s: %s: %s", runId, failure.code(), failure.getMessage());
      fail(held, failure.code(), String.valueOf(failure.getMessage()));
      return Outcome.FAILED;
    } catch (Throwable fault) {
      LOG.errorf(fault, "Run %s: a fault of the product", runId);
      fail(held, FailureCode.INTERNAL, "A fault of the product stopped the run; its log has it.");
      return Outcome.FAILED;
    } finally {
      renewal.cancel(false);
      inHand.remove(held);
      MDC.remove("runId");
    }
  }

  /** Ends what is in hand, because the instance is being shut down. */
  void abandonAll() {
    for (HeldRun held : inHand) {
      held.stop("the instance shuts down");
      fail(
          held,
          FailureCode.WORKER_LOST,
          "The instance that collected the data was shut down. Start the run again.");
    }
  }

  private Executed executed(HeldRun held) {
    return new Executed(held.run().apiKeyId(), execute(held));
  }

  private Optional<HeldRun> claim(String worker, Uni<Optional<ClaimedRun>> claim) {
    long asked = System.nanoTime();
    return claim
        .await()
        .atMost(PATIENCE)
        .map(run -> new HeldRun(run, worker, leases, config.lease(), asked));
  }

  private void finish(HeldRun held, SentRows sent) {
    held.checkCancelled();
    if (!steps.fetched(held.run().runId(), held.worker(), sent).await().atMost(PATIENCE)) {
      throw new RunStopped("it ended before its fetch did");
    }
  }

  /** Where even this fails, the lease runs out and the sweep ends the run. */
  private void fail(HeldRun held, FailureCode code, String reason) {
    try {
      endings.failFetch(held.run().runId(), held.worker(), code, reason).await().atMost(PATIENCE);
    } catch (RuntimeException unreachable) {
      LOG.errorf(unreachable, "Run %s: its failure was not written", held.run().runId());
    }
  }

  @PreDestroy
  void stop() {
    renewals.shutdownNow();
  }

  /** How the fetch of a run ended. */
  public enum Outcome {
    FETCHED,
    /** By a failure, which is written in the run. */
    FAILED,
    /** Because the run was no longer this worker's. */
    STOPPED
  }

  /**
   * A run that was claimed and executed.
   *
   * @param apiKeyId the key it belongs to
   */
  public record Executed(UUID apiKeyId, Outcome outcome) {}
}
