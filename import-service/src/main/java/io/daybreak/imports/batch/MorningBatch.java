package io.daybreak.imports.batch;

import io.daybreak.imports.plan.ImportDays;
import io.daybreak.imports.plan.PlanConfig;
import io.daybreak.imports.run.RunEnqueuer;
import io.daybreak.imports.run.RunQueue;
import io.daybreak.imports.run.RunRequest;
import io.daybreak.imports.run.RunTrigger;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Starts the batch of today. The date is the primary key, so whoever comes second, on whatever
 * replica, finds it started; the batch and all its runs are one transaction.
 */
@ApplicationScoped
class MorningBatch {

  private static final String START =
      "insert into batch (date, started_by) values ($1, $2) on conflict (date) do nothing";

  private static final String SCHEDULED =
      "select id from raw_data where schedule_enabled and deleted_at is null";

  private static final String COUNT =
      "update batch set runs_queued = $2, sets_skipped = $3 where date = $1";

  /**
   * Runs share the rates of their key and of their account, and all of them the sheet writer's; the
   * tightest decides. Keys take turns at the writer, so before a key's last run come as many writes
   * of each other key as it has itself.
   */
  private static final String EXPECT =
      """
      with live as (
        select api_key_id, customer_id,
               count(*) filter (where batch_date = $1) as runs,
               sum(plan_calls) filter (where batch_date = $1) as batch_calls,
               sum(plan_rows) filter (where batch_date = $1) as batch_rows,
               sum(calls_left(run)) as calls, sum(plan_rows) as rows
        from run where state between 1 and 4
        group by api_key_id, customer_id
      ), writer as (
        select api_key_id, sum(writes_left(run)) as writes
        from run where state between 1 and 6 group by api_key_id
      ), turns as (
        select mine.api_key_id, sum(least(mine.writes, other.writes)) as writes
        from writer mine cross join writer other group by mine.api_key_id
      )
      insert into batch_key (batch_date, api_key_id, runs, plan_calls, plan_rows, expected_end)
      select $1, live.api_key_id, sum(runs), sum(batch_calls), sum(batch_rows),
             now() + make_interval(secs => $5::float8 + greatest(
               sum(calls) / $2::float8, max(calls) / $3::float8, sum(rows)::float8 / $4::float8,
               max(turns.writes) * 60 / $6::float8))
      from live join turns on turns.api_key_id = live.api_key_id
      group by live.api_key_id
      having sum(runs) > 0
      """;

  private final Pool pool;
  private final RunEnqueuer enqueuer;
  private final RunQueue queue;
  private final ImportDays days;
  private final PlanConfig plan;

  MorningBatch(Pool pool, RunEnqueuer enqueuer, RunQueue queue, ImportDays days, PlanConfig plan) {
    this.pool = pool;
    this.enqueuer = enqueuer;
    this.queue = queue;
    this.days = days;
    this.plan = plan;
  }

  /**
   * Starts today's batch, or finds that it was started already.
   *
   * @param startedBy a person, a service, or the schedule
   */
  Uni<Started> start(String startedBy) {
    LocalDate today = days.today();
    return pool.withTransaction(transaction -> start(transaction, today, startedBy))
        .call(queue::promoteAll)
        .map(isNew -> new Started(today, isNew));
  }

  private Uni<Boolean> start(SqlClient transaction, LocalDate today, String startedBy) {
    return transaction
        .preparedQuery(START)
        .execute(Tuple.of(today, startedBy))
        .chain(
            inserted ->
                inserted.rowCount() == 0
                    ? Uni.createFrom().item(false)
                    : queueRuns(transaction, today));
  }

  private Uni<Boolean> queueRuns(SqlClient transaction, LocalDate today) {
    return scheduled(transaction)
        .chain(
            sets ->
                enqueuer
                    .enqueue(
                        transaction, new RunRequest(sets, RunTrigger.BATCH, days.lastDay(), today))
                    .call(runs -> count(transaction, today, runs.size(), sets.size())))
        .call(() -> expect(transaction, today))
        .replaceWith(true);
  }

  private Uni<List<UUID>> scheduled(SqlClient transaction) {
    return transaction.query(SCHEDULED).execute().map(MorningBatch::ids);
  }

  private Uni<Void> count(SqlClient transaction, LocalDate today, int queued, int wanted) {
    return transaction
        .preparedQuery(COUNT)
        .execute(Tuple.of(today, queued, wanted - queued))
        .replaceWithVoid();
  }

  private Uni<Void> expect(SqlClient transaction, LocalDate today) {
    return transaction
        .preparedQuery(EXPECT)
        .execute(
            Tuple.of(
                today,
                plan.callsPerSecondAndKey(),
                plan.callsPerSecondAndAccount(),
                plan.rowsPerSecond(),
                (double) plan.tabSeconds(),
                plan.writesPerMinute()))
        .replaceWithVoid();
  }

  private static List<UUID> ids(Iterable<Row> rows) {
    List<UUID> ids = new ArrayList<>();
    rows.forEach(row -> ids.add(row.getUUID("id")));
    return ids;
  }

  /**
   * The batch of a date.
   *
   * @param isNew false if it had been started before
   */
  record Started(LocalDate date, boolean isNew) {}
}
