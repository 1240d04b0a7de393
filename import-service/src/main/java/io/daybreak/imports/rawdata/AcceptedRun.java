package io.daybreak.imports.rawdata;

import io.daybreak.imports.plan.Plan;
import io.daybreak.imports.run.RunState;
import io.daybreak.imports.status.RunStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The immediate answer to a request for an import.
 *
 * @param id the set
 * @param code code of the run's state
 * @param name name of the run's state
 * @param position 1 is the next to start; null if the run has started
 * @param plan what the run will cost
 */
public record AcceptedRun(
    UUID id,
    UUID runId,
    int code,
    RunState name,
    @Nullable Integer position,
    Plan plan,
    @Nullable Instant estimatedEnd) {

  static AcceptedRun of(RunStatus status) {
    return new AcceptedRun(
        status.id(),
        status.runId(),
        status.code(),
        status.name(),
        status.position(),
        status.plan(),
        status.estimatedEnd());
  }
}
