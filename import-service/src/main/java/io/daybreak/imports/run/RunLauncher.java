package io.daybreak.imports.run;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gets runs executed that stand in IMPORTING without a worker; one bean per {@link Executor}. A
 * launch is only a hint: whatever is launched has to claim the run, and only one claim succeeds.
 */
public interface RunLauncher {

  Executor executor();

  /** Must be harmless a second time for the same run. */
  void launch(UUID runId);

  /**
   * Stops what still works on a run that has ended. Nothing depends on it: whoever has lost a run
   * notices, and what it sends is ignored.
   *
   * @param worker the worker that held the run, null if none had claimed it yet
   */
  void stop(UUID runId, @Nullable String worker);
}
