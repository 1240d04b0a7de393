package io.daybreak.imports.rawdata;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.imports.run.RunEndings;
import io.daybreak.imports.run.RunSweep;
import io.daybreak.imports.status.RunStatus;
import io.daybreak.imports.status.RunStatuses;
import io.daybreak.imports.status.UnknownSet;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Brings a set to a state that is true, after a message about it has died. A run cannot go on
 * without one of its messages, so it ends; nothing is replayed. Once more changes nothing more.
 */
@ApplicationScoped
class RawDataSync {

  private static final String REASON =
      "A message of the run could not be handled and is among the dead letters. Start the run"
          + " again.";

  private final RunEndings endings;
  private final RunSweep sweep;
  private final RunStatuses statuses;

  RawDataSync(RunEndings endings, RunSweep sweep, RunStatuses statuses) {
    this.endings = endings;
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
        .call(newest -> endDead(newest, deadRunId))
        .call(sweep::sweep)
        .chain(() -> newest(rawDataId));
  }

  /** Only the newest run of a set can be live. */
  private Uni<Boolean> endDead(RunStatus newest, @Nullable UUID deadRunId) {
    return newest.runId().equals(deadRunId)
        ? endings.fail(newest.runId(), FailureCode.WRITER_LOST, REASON)
        : Uni.createFrom().item(false);
  }

  private Uni<RunStatus> newest(UUID rawDataId) {
    return statuses
        .of(List.of(rawDataId), null)
        .map(found -> found.stream().findFirst().orElseThrow(UnknownSet::problem));
  }
}
