package io.daybreak.imports.run;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.imports.run.ImportWork.SentRows;
import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.work.Claim;
import io.daybreak.kit.work.ClaimLostException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Carries one claimed run to the end of its fetch, in one place for local workers and Jobs: the
 * claim is renewed meanwhile, and every way out ends the run.
 */
@ApplicationScoped
public class RunExecution {

  private static final Logger LOG = Logger.getLogger(RunExecution.class);

  private final BlockingSql sql;
  private final RunClaims claims;
  private final RunSteps steps;
  private final RunEndings endings;
  private final ImportWork work;
  private final Collection<Claim<ClaimedRun>> inFlight = ConcurrentHashMap.newKeySet();

  RunExecution(
      BlockingSql sql, RunClaims claims, RunSteps steps, RunEndings endings, ImportWork work) {
    this.sql = sql;
    this.claims = claims;
    this.steps = steps;
    this.endings = endings;
    this.work = work;
  }

  /** Claims the next local run; it has to be given to {@link #execute} at once. */
  Optional<Claim<ClaimedRun>> claimNext(String worker) {
    return claims.claimNext(worker);
  }

  /**
   * Claims one run and executes it; what a Job does that was started for it.
   *
   * @return nothing if the run could not be claimed
   */
  public Optional<Executed> executeOne(UUID runId, String worker) {
    return claims.claim(runId, worker).map(this::executed);
  }

  /** Claims the next long run of an API key and executes it; nothing if there is none. */
  public Optional<Executed> executeNextLong(UUID apiKeyId, String worker) {
    return claims.claimNextLong(worker, apiKeyId).map(this::executed);
  }

  /** Stops what is in flight, and leaves it to others to say why it ended. */
  public void stopAll(String why) {
    inFlight.forEach(claim -> claim.lose(why));
  }

  /** Blocks until the fetch has ended, one way or the other. */
  Outcome execute(Claim<ClaimedRun> claim) {
    UUID runId = claim.work().runId();
    inFlight.add(claim);
    MDC.put("runId", runId.toString());
    try (claim) {
      finish(claim, work.execute(claim.work(), new Progress(claim)));
      return Outcome.FETCHED;
    } catch (ClaimLostException lost) {
      LOG.infof("Run %s: stopped: %s", runId, lost.getMessage());
      return Outcome.STOPPED;
    } catch (RunFailure failure) {
      LOG.infof("Run %s: %s: %s", runId, failure.code(), failure.getMessage());
      fail(claim, failure.code(), String.valueOf(failure.getMessage()));
      return Outcome.FAILED;
    } catch (Throwable fault) {
      LOG.errorf(fault, "Run %s: a fault of the product", runId);
      fail(claim, FailureCode.INTERNAL, "A fault of the product stopped the run; its log has it.");
      return Outcome.FAILED;
    } finally {
      inFlight.remove(claim);
      MDC.remove("runId");
    }
  }

  /** Ends what is in flight, because the instance is being shut down. */
  void abandonAll() {
    for (Claim<ClaimedRun> claim : inFlight) {
      claim.lose("the instance shuts down");
      fail(
          claim,
          FailureCode.WORKER_LOST,
          "The instance that collected the data was shut down. Start the run again.");
    }
  }

  private Executed executed(Claim<ClaimedRun> claim) {
    return new Executed(claim.work().apiKeyId(), execute(claim));
  }

  private void finish(Claim<ClaimedRun> claim, SentRows sent) {
    claim.check();
    claim.require(sql.await(steps.fetched(claim.work().runId(), claim.token(), sent)));
  }

  /** Where even this fails, the claim expires and the sweep ends the run. */
  private void fail(Claim<ClaimedRun> claim, FailureCode code, String reason) {
    try {
      sql.await(endings.failFetch(claim.work().runId(), claim.token(), code, reason));
    } catch (RuntimeException unreachable) {
      LOG.errorf(unreachable, "Run %s: its failure was not written", claim.work().runId());
    }
  }

  /** What a worker sees of its claim. */
  private final class Progress implements RunProgress {

    private final Claim<ClaimedRun> claim;

    Progress(Claim<ClaimedRun> claim) {
      this.claim = claim;
    }

    @Override
    public void fetched(int daysDone, long rows) {
      claim.check();
      claims.progress(claim, daysDone, rows);
    }

    @Override
    public void checkCancelled() {
      claim.check();
    }
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
