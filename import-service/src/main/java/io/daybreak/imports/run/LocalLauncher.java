package io.daybreak.imports.run;

import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Lets the workers of this instance look at once; those of the others look within their poll. */
@ApplicationScoped
class LocalLauncher implements RunLauncher {

  private static final Logger LOG = Logger.getLogger(LocalLauncher.class);

  private static final String TAKE_HOME =
      """
      update run set executor = 'LOCAL'
      where state between 1 and 4 and claimed_by is null and executor = 'JOB'
      """;

  private final RunWorkers workers;
  private final Pool pool;
  private final RunsConfig config;

  LocalLauncher(RunWorkers workers, Pool pool, RunsConfig config) {
    this.workers = workers;
    this.pool = pool;
    this.config = config;
  }

  /** Where Jobs were switched off, what was queued for them is for the local workers. */
  void takeHome(@Observes StartupEvent event) {
    if (config.longRunExecutor() == Executor.LOCAL) {
      pool.query(TAKE_HOME)
          .execute()
          .subscribe()
          .with(
              done -> workers.nudge(),
              failure -> LOG.warnf("Runs that wait for Jobs were not taken: %s", failure));
    }
  }

  @Override
  public Executor executor() {
    return Executor.LOCAL;
  }

  @Override
  public void launch(UUID runId) {
    workers.nudge();
  }

  /** A worker sees for itself, at its next look at the run. */
  @Override
  public void stop(UUID runId, @Nullable String worker) {}
}
