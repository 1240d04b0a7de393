package io.daybreak.imports.rawdata;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.imports.run.RunEndings;
import io.daybreak.imports.run.RunRestarts;
import io.daybreak.imports.run.RunSweep;
import io.daybreak.imports.status.RunStatus;
import io.daybreak.imports.status.RunStatuses;
import io.daybreak.imports.status.UnknownSet;
import io.daybreak.kit.access.Scope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Brings a set to a state that is true, after a message about it has died. A run in CREATING cannot
 * go on without the message, so it ends, and its set is started again; nothing is replayed. A run
 * that came further had the message, whatever became of its delivery, and is left alone: its claims
 * and silences are looked at instead. Once more changes nothing more.
 */
@ApplicationScoped
class RawDataSync {

  private static final String REASON =
      "A message of the run could not be handled and became a dead letter. The set is started again"
          + " by itself once; if that failed as well, start it again.";

  private final RunEndings endings;
  private final RunRestarts restarts;
  private final RunSweep sweep;
  private final RunStatuses statuses;

  RawDataSync(RunEndings endings, RunRestarts restarts, RunSweep sweep, RunStatuses statuses) {
    this.endings = endings;
    this.restarts = restarts;
    this.sweep = sweep;
    this.statuses = statuses;
  }

  /**
   * Synchronises.
   *
   * @param deadRunId the run whose message died; null if only the leases and silences shall be
   *     looked at
   */
  Uni<RunStatus> sync(UUID rawDataId, @Nullable UUID deadRunId) {
    return newest(rawDataId)
        .call(newest -> settle(newest, deadRunId))
        .call(sweep::sweep)
        .chain(() -> newest(rawDataId));
  }

  /** Ends a run that still waits for the message that died, and starts its set again. */
  Uni<Settled> settle(UUID deadRunId) {
    return endings
        .failCreating(deadRunId, FailureCode.MESSAGE_LOST, REASON)
        .chain(
            ended -> restarts.restart(deadRunId).map(restarted -> new Settled(ended, restarted)));
  }

  /** Only the newest run of a set can be live. */
  private Uni<?> settle(RunStatus newest, @Nullable UUID deadRunId) {
    return newest.runId().equals(deadRunId) ? settle(newest.runId()) : Uni.createFrom().voidItem();
  }

  private Uni<RunStatus> newest(UUID rawDataId) {
    return statuses
        .of(new Scope.Everybody(), List.of(rawDataId))
        .map(found -> found.stream().findFirst().orElseThrow(UnknownSet::problem));
  }

  /**
   * What became of a run whose message died.
   *
   * @param ended whether it waited for the message until now
   * @param restarted whether its set was started again
   */
  record Settled(boolean ended, boolean restarted) {}
}
