package io.daybreak.imports.run;

import java.util.UUID;

/**
 * Gets runs executed that stand in IMPORTING without a worker; one bean per {@link Executor}. A
 * launch is only a hint: whatever is launched has to claim the run, and only one claim succeeds.
 */
public interface RunLauncher {

  Executor executor();

  /** Must be harmless a second time for the same run. */
  void launch(UUID runId);
}
