package io.daybreak.imports.run;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.contracts.sheet.AbandonTab;
import io.daybreak.kit.outbox.Outbox;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What happens when a run fails, whoever says so: the reason is written, its staging tab is
 * abandoned in the same transaction, and the next run of the key starts.
 */
@ApplicationScoped
public class RunEndings {

  private static final String FAIL =
      """
      with before as (
        select id, state, worker from run
        where id = $1 and state = any($2::smallint[]) for update
      ), ended as (
        update run
        set state = 0, state_since = now(), ended_at = now(), worker = null, lease_until = null,
            failure_code = $3, failure_reason = $4
        from before
        where run.id = before.id and run.state = before.state
          and ($6 or run.worker is not distinct from $5::text)
        returning run.id, run.api_key_id, run.raw_data_id, run.executor, run.failure_code,
                  before.state as before, before.worker as held_by
      ), logged as (
        insert into run_log (run_id, state, note) select id, 0, $3 || ': ' || $4 from ended
      )
      select ended.*, raw_data.spreadsheet_id
      from ended join raw_data on raw_data.id = ended.raw_data_id
      """;

  private static final List<RunState> LIVE =
      List.of(
          RunState.CREATE_WAITING,
          RunState.UPDATE_WAITING,
          RunState.CREATING,
          RunState.IMPORTING,
          RunState.INSERTING,
          RunState.ADDING);

  private static final List<RunState> FETCHING = List.of(RunState.IMPORTING);

  private final Pool pool;
  private final Outbox outbox;
  private final RunQueue queue;
  private final RunMetrics metrics;
  private final RunLaunchers launchers;

  RunEndings(Pool pool, Outbox outbox, RunQueue queue, RunMetrics metrics, RunLaunchers launchers) {
    this.pool = pool;
    this.outbox = outbox;
    this.queue = queue;
    this.metrics = metrics;
    this.launchers = launchers;
  }

  /** Ends a live run, whatever its state. */
  public Uni<Boolean> fail(UUID runId, FailureCode code, String reason) {
    return end(transaction -> fail(transaction, runId, LIVE, code, reason, null, true));
  }

  /** Ends a run that a worker holds; nothing happens where it is not that worker's any more. */
  public Uni<Boolean> failFetch(UUID runId, String worker, FailureCode code, String reason) {
    return end(transaction -> fail(transaction, runId, FETCHING, code, reason, worker, false));
  }

  /** Ends a run that no worker has claimed; nothing happens where one has. */
  public Uni<Boolean> failUnclaimed(UUID runId, FailureCode code, String reason) {
    return end(transaction -> fail(transaction, runId, FETCHING, code, reason, null, false));
  }

  /**
   * Ends the runs that a statement finds, in one transaction, then starts the next ones.
   *
   * @return whether any run was ended
   */
  Uni<Boolean> end(Function<SqlClient, Uni<List<EndedRun>>> statement) {
    return pool.withTransaction(
            transaction ->
                statement.apply(transaction).call(ended -> abandonTabs(transaction, ended)))
        .invoke(outbox::published)
        .invoke(ended -> ended.forEach(run -> metrics.failed(run.code())))
        .invoke(launchers::stop)
        .call(ended -> queue.promote(keys(ended)))
        .map(ended -> !ended.isEmpty());
  }

  static List<EndedRun> ended(RowSet<Row> rows) {
    List<EndedRun> ended = new ArrayList<>();
    rows.forEach(row -> ended.add(EndedRun.of(row)));
    return ended;
  }

  private Uni<List<EndedRun>> fail(
      SqlClient transaction,
      UUID runId,
      List<RunState> from,
      FailureCode code,
      String reason,
      @Nullable String worker,
      boolean whoeverHoldsIt) {
    return transaction
        .preparedQuery(FAIL)
        .execute(
            Tuple.tuple()
                .addUUID(runId)
                .addArrayOfShort(from.stream().map(s -> (short) s.code()).toArray(Short[]::new))
                .addString(code.name())
                .addString(reason)
                .addString(worker)
                .addBoolean(whoeverHoldsIt))
        .map(RunEndings::ended);
  }

  private Uni<Void> abandonTabs(SqlClient transaction, List<EndedRun> ended) {
    return Multi.createFrom()
        .iterable(ended)
        .filter(EndedRun::hasTab)
        .onItem()
        .transformToUniAndConcatenate(
            run -> outbox.add(transaction, new AbandonTab(run.runId(), run.spreadsheetId())))
        .collect()
        .asList()
        .replaceWithVoid();
  }

  private static Collection<UUID> keys(List<EndedRun> ended) {
    return ended.stream().map(EndedRun::apiKeyId).collect(Collectors.toSet());
  }
}
