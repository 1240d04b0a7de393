package io.daybreak.imports.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Lets the workers of this instance look at once; those of the others look within their poll. */
@ApplicationScoped
class LocalLauncher implements RunLauncher {

  private final RunWorkers workers;

  LocalLauncher(RunWorkers workers) {
    this.workers = workers;
  }

  @Override
  public Executor executor() {
    return Executor.LOCAL;
  }

  @Override
  public void launch(UUID runId) {
    workers.nudge();
  }
}
