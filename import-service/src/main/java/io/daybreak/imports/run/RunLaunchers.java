package io.daybreak.imports.run;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Gives each run that may be claimed to the launcher of its executor. */
@ApplicationScoped
class RunLaunchers {

  /** A launch that got lost, because an instance died between the commit and the launch. */
  private static final String FORGOTTEN =
      """
      select id, executor from run
      where state = 4 and claimed_by is null and state_since < now() - interval '10 seconds'
      """;

  private final Pool pool;
  private final Map<Executor, RunLauncher> launchers = new EnumMap<>(Executor.class);

  RunLaunchers(Pool pool, @All List<RunLauncher> launchers) {
    this.pool = pool;
    launchers.forEach(launcher -> this.launchers.put(launcher.executor(), launcher));
  }

  void launch(Executor executor, UUID runId) {
    launcher(executor).launch(runId);
  }

  /** Stops what still works on runs that were ended over its head. */
  void stop(List<EndedRun> ended) {
    ended.stream()
        .filter(EndedRun::leavesWork)
        .forEach(run -> launcher(run.executor()).stop(run.runId(), run.heldBy()));
  }

  /** Launches again whatever nobody has claimed for a while. */
  Uni<Void> launchForgotten() {
    return pool.query(FORGOTTEN).execute().invoke(this::launch).replaceWithVoid();
  }

  private RunLauncher launcher(Executor executor) {
    return Objects.requireNonNull(launchers.get(executor), executor::name);
  }

  private void launch(RowSet<Row> forgotten) {
    forgotten.forEach(
        run -> launch(Executor.valueOf(run.getString("executor")), run.getUUID("id")));
  }
}
