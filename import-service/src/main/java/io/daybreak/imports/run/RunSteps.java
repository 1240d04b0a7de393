package io.daybreak.imports.run;

import io.daybreak.contracts.sheet.FinishTab;
import io.daybreak.contracts.sheet.TabFinished;
import io.daybreak.imports.run.ImportWork.SentRows;
import io.daybreak.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * The steps of a run that goes well. Each is one statement that names the state it starts from, so
 * that what is seen twice, or too late, changes nothing.
 */
@ApplicationScoped
public class RunSteps {

  private static final String PREPARED =
      """
      with moved as (
        update run set state = 4, state_since = now(), last_event_at = now()
        where id = $1 and state = 3
        returning id, state, executor
      ), logged as (
        insert into run_log (run_id, state) select id, state from moved
      )
      select executor from moved
      """;

  private static final String FETCHED =
      """
      with moved as (
        update run
        set state = 5, state_since = now(), worker = null, lease_until = null,
            days_done = last_day - first_day + 1, rows_fetched = $3
        where id = $1 and state = 4 and worker = $2
        returning id, state, api_key_id, raw_data_id
      ), logged as (
        insert into run_log (run_id, state, note)
        select id, state, $3 || ' rows collected' from moved
      )
      select moved.api_key_id, raw_data.spreadsheet_id, raw_data.template_spreadsheet_id
      from moved join raw_data on raw_data.id = moved.raw_data_id
      """;

  private static final String WRITTEN =
      """
      update run set rows_written = greatest(rows_written, $2), last_event_at = now()
      where id = $1 and state between 3 and 6
      """;

  private static final String TEMPLATE_STARTED =
      """
      with moved as (
        update run
        set state = 6, state_since = now(), rows_written = rows_fetched, last_event_at = now()
        where id = $1 and state = 5
        returning id, state
      )
      insert into run_log (run_id, state) select id, state from moved
      """;

  private static final String FINISHED =
      """
      with moved as (
        update run
        set state = 7, state_since = now(), ended_at = now(), rows_written = rows_fetched,
            tab_rows = $2, last_event_at = now()
        where id = $1 and state in (5, 6)
        returning id, state, api_key_id, queued_at, ended_at
      ), logged as (
        insert into run_log (run_id, state, note)
        select id, state, $2 || ' rows in the tab' from moved
      )
      select api_key_id, extract(epoch from ended_at - queued_at)::float8 as seconds from moved
      """;

  private final Pool pool;
  private final Outbox outbox;
  private final RunQueue queue;
  private final RunMetrics metrics;

  RunSteps(Pool pool, Outbox outbox, RunQueue queue, RunMetrics metrics) {
    this.pool = pool;
    this.outbox = outbox;
    this.queue = queue;
    this.metrics = metrics;
  }

  /**
   * The tab stands: CREATING becomes IMPORTING, and a worker may claim the run.
   *
   * @return where the run is to be executed, or nothing if it was not in CREATING
   */
  Uni<Optional<Executor>> prepared(UUID runId) {
    return pool.preparedQuery(PREPARED)
        .execute(Tuple.of(runId))
        .map(rows -> first(rows).map(row -> Executor.valueOf(row.getString("executor"))));
  }

  /**
   * All chunks are sent: IMPORTING becomes INSERTING, the tab is to be finished, and the key is
   * free for the next run.
   *
   * @return whether the run was still this worker's
   */
  Uni<Boolean> fetched(UUID runId, String worker, SentRows sent) {
    return pool.withTransaction(transaction -> fetched(transaction, runId, worker, sent))
        .invoke(outbox::published)
        .call(apiKeyId -> apiKeyId.map(queue::promote).orElse(Uni.createFrom().voidItem()))
        .map(Optional::isPresent);
  }

  Uni<Void> written(UUID runId, long rows) {
    return pool.preparedQuery(WRITTEN).execute(Tuple.of(runId, rows)).replaceWithVoid();
  }

  /** The rows are in the tab: INSERTING becomes ADDING. */
  Uni<Void> templateStarted(UUID runId) {
    return pool.preparedQuery(TEMPLATE_STARTED).execute(Tuple.of(runId)).replaceWithVoid();
  }

  /** INSERTING or ADDING becomes SUCCESS. */
  Uni<Void> finished(TabFinished event) {
    return pool.preparedQuery(FINISHED)
        .execute(Tuple.of(event.runId(), event.tabRows()))
        .map(RunSteps::first)
        .invoke(ended -> ended.ifPresent(row -> metrics.succeeded(row.getDouble("seconds"))))
        .map(ended -> ended.map(row -> row.getUUID("api_key_id")))
        .chain(apiKeyId -> apiKeyId.map(queue::promote).orElse(Uni.createFrom().voidItem()));
  }

  private Uni<Optional<UUID>> fetched(
      SqlClient transaction, UUID runId, String worker, SentRows sent) {
    return transaction
        .preparedQuery(FETCHED)
        .execute(Tuple.of(runId, worker, sent.rows()))
        .map(RunSteps::first)
        .call(
            moved ->
                moved
                    .map(row -> outbox.add(transaction, finishTab(runId, row, sent)))
                    .orElse(Uni.createFrom().voidItem()))
        .map(moved -> moved.map(row -> row.getUUID("api_key_id")));
  }

  private static FinishTab finishTab(UUID runId, Row row, SentRows sent) {
    return new FinishTab(
        runId,
        ImportWork.FIRST_CHUNK_SEQUENCE + sent.chunks(),
        row.getString("spreadsheet_id"),
        sent.rows(),
        row.getString("template_spreadsheet_id"),
        sent.leftOut(),
        null);
  }

  private static Optional<Row> first(RowSet<Row> rows) {
    return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next());
  }
}
