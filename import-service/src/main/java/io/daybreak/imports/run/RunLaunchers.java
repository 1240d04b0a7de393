package io.daybreak.imports.run;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Gives each run that may be claimed to the launcher of its executor. */
@ApplicationScoped
class RunLaunchers {

  /** A launch that got lost, because an instance died between the commit and the launch. */
  private static final String FORGOTTEN =
      """
      select id, executor from run
      where state = 4 and worker is null and state_since < now() - interval '10 seconds'
      """;

  private final Pool pool;
  private final Map<Executor, RunLauncher> launchers = new EnumMap<>(Executor.class);
  private final RunsConfig config;

  RunLaunchers(Pool pool, @All List<RunLauncher> launchers, RunsConfig config) {
    this.pool = pool;
    this.config = config;
    launchers.forEach(launcher -> this.launchers.put(launcher.executor(), launcher));
  }

  /** Better no start than runs that nobody will ever execute. */
  void check(@Observes StartupEvent event) {
    if (!launchers.containsKey(config.longRunExecutor())) {
      throw new IllegalStateException(
          "daybreak.runs.long-run-executor is %s, which has no launcher here"
              .formatted(config.longRunExecutor()));
    }
  }

  void launch(Executor executor, UUID runId) {
    RunLauncher launcher = launchers.get(executor);
    if (launcher != null) {
      launcher.launch(runId);
    }
  }

  /** Launches again whatever nobody has claimed for a while. */
  Uni<Void> launchForgotten() {
    return pool.query(FORGOTTEN).execute().invoke(this::launch).replaceWithVoid();
  }

  private void launch(RowSet<Row> forgotten) {
    forgotten.forEach(
        run -> launch(Executor.valueOf(run.getString("executor")), run.getUUID("id")));
  }
}
