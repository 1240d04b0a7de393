package io.daybreak.imports.run;

import io.daybreak.contracts.sheet.FinishTab;
import io.daybreak.contracts.sheet.TabFinished;
import io.daybreak.contracts.sheet.TabPrepared;
import io.daybreak.imports.plan.PlanConfig;
import io.daybreak.imports.run.ImportWork.SentRows;
import io.daybreak.kit.outbox.Outbox;
import io.daybreak.kit.sql.Sql;
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
        update run
        set state = 4, state_since = now(), last_event_at = now(), first_day = wider.first_day,
            plan_calls = wider.calls, plan_rows = wider.rows,
            executor = case when run.executor = 'LOCAL'
                                 and greatest(wider.calls / $6::float8, wider.rows / $7::float8)
                                     > $8::float8 then $9
                            else run.executor end
        from (
          select id, first_day, rows, note,
                 case when note is null then calls
                      else days + least(days, second_days) * $4::int + $5::int end as calls
          from (
            select run.id, known.second_days, plan_calls as calls, coalesce(fetch_from, first_day) as first_day,
                   last_day - coalesce(fetch_from, first_day) + 1 as days,
                   ceil(plan_rows * (last_day - coalesce(fetch_from, first_day) + 1)::float8
                        / (last_day - first_day + 1))::bigint as rows,
                   'The tab is gone or lacks rows: the days from ' || fetch_from
                     || ' on are collected' as note
            from run
            join raw_data on raw_data.id = run.raw_data_id
            join unnest($3::text[], $10::int[]) as known (format, second_days)
              on known.format = raw_data.format
            cross join lateral (
              select case when $2::date < run.first_day then $2::date end as fetch_from) told
            where run.id = $1) sized) wider
        where run.id = wider.id and run.state = 3
        returning run.id, run.state, run.executor, wider.note
      ), logged as (
        insert into run_log (run_id, state, note) select id, state, note from moved
      )
      select executor from moved
      """;

  private static final String FETCHED =
      """
      with moved as (
        update run
        set state = 5, state_since = now(), claimed_by = null, claimed_until = null,
            days_done = last_day - first_day + 1, rows_fetched = $3
        where id = $1 and state = 4 and claim_token = $2
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
            tab_rows = $2, changed_days = $4, template_trouble = $6, last_event_at = now()
        where id = $1 and state in (5, 6)
        returning id, raw_data_id, state, api_key_id, queued_at, ended_at
      ), known as (
        update raw_data set tab_id = $3
        from moved where raw_data.id = moved.raw_data_id and $3::int is not null
      ), logged as (
        insert into run_log (run_id, state, note)
        select id, state, $2 || ' rows in the tab'
               || coalesce('; days whose rows people changed: ' || $5, '')
               || coalesce('; template: ' || ($6::jsonb ->> 'code'), '')
        from moved
      )
      select api_key_id, extract(epoch from ended_at - queued_at)::float8 as seconds from moved
      """;

  private final Pool pool;
  private final Sql sql;
  private final Outbox outbox;
  private final RunQueue queue;
  private final RunMetrics metrics;
  private final PlanConfig plan;
  private final RunsConfig config;

  RunSteps(
      Pool pool,
      Sql sql,
      Outbox outbox,
      RunQueue queue,
      RunMetrics metrics,
      PlanConfig plan,
      RunsConfig config) {
    this.plan = plan;
    this.config = config;
    this.pool = pool;
    this.sql = sql;
    this.outbox = outbox;
    this.queue = queue;
    this.metrics = metrics;
  }

  /**
   * The tab may be written: CREATING becomes IMPORTING, and a worker may claim the run. Where the
   * tab is gone or lacks rows the run gets more days in the same step, so that nobody can claim it
   * without them.
   *
   * @return where the run is to be executed, or nothing if it was not in CREATING
   */
  Uni<Optional<Executor>> prepared(TabPrepared event) {
    return pool.preparedQuery(PREPARED)
        .execute(
            Tuple.tuple()
                .addUUID(event.runId())
                .addLocalDate(event.fetchFrom())
                .addArrayOfString(RunEnqueuer.FORMATS)
                .addInteger(plan.callsPerReport())
                .addInteger(plan.otherCalls())
                .addDouble(plan.callsPerSecondAndAccount())
                .addDouble(plan.rowsPerSecond())
                .addDouble((double) config.longRunSeconds())
                .addString(config.longRunExecutor().name())
                .addArrayOfInteger(RunEnqueuer.SECOND_DAYS))
        .map(rows -> first(rows).map(row -> Executor.valueOf(row.getString("executor"))));
  }

  /**
   * All chunks are sent: IMPORTING becomes INSERTING, the tab is to be finished, and the key is
   * free for the next run.
   *
   * @return whether the claim still stood
   */
  Uni<Boolean> fetched(UUID runId, long claimToken, SentRows sent) {
    return sql.tx(transaction -> fetched(transaction, runId, claimToken, sent))
        .call(ended -> ended.isPresent() ? queue.promoteAll() : Uni.createFrom().voidItem())
        .map(Optional::isPresent);
  }

  Uni<Void> written(UUID runId, long rows) {
    return pool.preparedQuery(WRITTEN).execute(Tuple.of(runId, rows)).replaceWithVoid();
  }

  /** The rows are in the tab: INSERTING becomes ADDING. */
  Uni<Void> templateStarted(UUID runId) {
    return pool.preparedQuery(TEMPLATE_STARTED).execute(Tuple.of(runId)).replaceWithVoid();
  }

  /**
   * INSERTING or ADDING becomes SUCCESS.
   *
   * @return whether it did; false where the run was in another state
   */
  public Uni<Boolean> finished(TabFinished event) {
    return pool.preparedQuery(FINISHED)
        .execute(
            Tuple.tuple()
                .addUUID(event.runId())
                .addLong(event.tabRows())
                .addInteger(event.tabId())
                .addJsonArray(ChangedDays.json(event.changedDays()))
                .addString(ChangedDays.words(event.changedDays()))
                .addJsonObject(TemplateTroubles.json(event.template())))
        .map(RunSteps::first)
        .invoke(ended -> ended.ifPresent(row -> metrics.succeeded(row.getDouble("seconds"))))
        .map(ended -> ended.map(row -> row.getUUID("api_key_id")))
        .call(ended -> ended.isPresent() ? queue.promoteAll() : Uni.createFrom().voidItem())
        .map(Optional::isPresent);
  }

  private Uni<Optional<UUID>> fetched(
      SqlClient transaction, UUID runId, long claimToken, SentRows sent) {
    return transaction
        .preparedQuery(FETCHED)
        .execute(Tuple.of(runId, claimToken, sent.rows()))
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
