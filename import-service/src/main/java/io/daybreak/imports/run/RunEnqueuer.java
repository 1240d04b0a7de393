package io.daybreak.imports.run;

import io.daybreak.imports.plan.PlanConfig;
import io.daybreak.imports.plan.RowsBasis;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Puts runs into the queue, with the days they fetch and what that will cost. */
@ApplicationScoped
public class RunEnqueuer {

  /**
   * A set that never succeeded gets its whole history. Any other gets the days that can still
   * change, and further back whatever failed runs have left out. A set with a live run gets
   * nothing.
   */
  private static final String ENQUEUE =
      """
      with wanted as (
        select raw_data.id, raw_data.api_key_id, raw_data.customer_id,
               case when last.last_day is null then 'CREATE' else 'UPDATE' end as kind,
               case when last.last_day is null then $2::date - raw_data.history_days + 1
                    else least($2::date - raw_data.update_days + 1, last.last_day + 1) end as first_day,
               coalesce(pace.rows_per_day, $3::bigint) as rows_per_day,
               coalesce(pace.basis, 'DEFAULT') as basis
        from raw_data
        left join rows_per_day pace on pace.raw_data_id = raw_data.id
        left join lateral (
          select run.last_day from run
          where run.raw_data_id = raw_data.id and run.state = 7
          order by run.queue_number desc limit 1) last on true
        where raw_data.id = any($1::uuid[]) and raw_data.deleted_at is null
      ), sized as (
        select wanted.*, $2::date - first_day + 1 as days from wanted
      ), costed as (
        select sized.*, (days + least(days, $4::int)) * $5::int + $6::int as calls,
               ceil(days * rows_per_day)::bigint as rows
        from sized
      ), queued as (
        insert into run (id, raw_data_id, api_key_id, customer_id, kind, trigger, batch_date, state,
                         first_day, last_day, plan_calls, plan_rows, rows_basis, executor)
        select gen_random_uuid(), id, api_key_id, customer_id, kind, $7, $8::date,
               case kind when 'CREATE' then 1 else 2 end,
               first_day, $2::date, calls, rows, basis,
               case when greatest(calls / $9::float8, rows / $10::float8) > $11::float8
                    then $12 else 'LOCAL' end
        from costed
        on conflict (raw_data_id) where state between 1 and 6 do nothing
        returning *
      ), logged as (
        insert into run_log (run_id, state) select id, state from queued
      ), pointed as (
        update raw_data set newest_run_id = queued.id
        from queued where raw_data.id = queued.raw_data_id
      )
      select * from queued order by queue_number
      """;

  private final PlanConfig plan;
  private final RunsConfig config;

  RunEnqueuer(PlanConfig plan, RunsConfig config) {
    this.plan = plan;
    this.config = config;
  }

  /**
   * Adds a run for each set that has no live one.
   *
   * @return the runs added; a set that is missing here has a live run, or does not exist
   */
  public Uni<List<QueuedRun>> enqueue(SqlClient transaction, RunRequest request) {
    return transaction
        .preparedQuery(ENQUEUE)
        .execute(parameters(request))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(this::queued).toList());
  }

  private Tuple parameters(RunRequest request) {
    return Tuple.tuple()
        .addArrayOfUUID(request.rawDataIds().toArray(UUID[]::new))
        .addLocalDate(request.lastDay())
        .addLong(plan.defaultRowsPerDay())
        .addInteger(plan.conversionDays())
        .addInteger(plan.callsPerReport())
        .addInteger(plan.otherCalls())
        .addString(request.trigger().name())
        .addLocalDate(request.batchDate())
        .addDouble(plan.callsPerSecondAndAccount())
        .addDouble(plan.rowsPerSecond())
        .addDouble((double) config.longRunSeconds())
        .addString(config.longRunExecutor().name());
  }

  private QueuedRun queued(Row row) {
    int days =
        (int)
                (row.getLocalDate("last_day").toEpochDay()
                    - row.getLocalDate("first_day").toEpochDay())
            + 1;
    return new QueuedRun(
        row.getUUID("id"),
        row.getUUID("raw_data_id"),
        row.getUUID("api_key_id"),
        RunState.ofCode(row.getShort("state")),
        days,
        row.getLong("plan_calls"),
        row.getLong("plan_rows"),
        RowsBasis.valueOf(row.getString("rows_basis")));
  }
}
