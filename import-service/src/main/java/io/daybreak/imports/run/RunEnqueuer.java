package io.daybreak.imports.run;

import io.daybreak.imports.format.Format;
import io.daybreak.imports.plan.PlanConfig;
import io.daybreak.imports.plan.RowsBasis;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Puts runs into the queue, with the days they fetch and what that will cost. */
@ApplicationScoped
public class RunEnqueuer {

  /**
   * A set that never succeeded gets its whole history. Any other gets the days that can still
   * change, and further back whatever failed runs, or NAVER's late mornings, have left out, as far
   * as NAVER keeps it. A set with a live run gets nothing.
   */
  private static final String ENQUEUE =
      """
      with wanted as (
        select raw_data.id, raw_data.api_key_id, raw_data.customer_id, known.second_days,
               case when last.last_day is null or $13 = 'EVERYTHING'
                    then 'CREATE' else 'UPDATE' end as kind,
               case when $13 = 'RANGE' then $14::date
                    when $13 = 'EVERYTHING'
                      then greatest($2::date - known.kept_days + 1,
                                    least($2::date - raw_data.history_days + 1, last.first_day))
                    when last.last_day is null then $2::date - raw_data.history_days + 1
                    when $13 = 'OPEN_DAYS' then coalesce(open.day, $2::date)
                    else greatest($2::date - known.kept_days + 1, least(
                      $2::date - raw_data.update_days + 1, last.last_day + 1, open.day))
                    end as first_day,
               coalesce(pace.rows_per_day, $3::bigint) as rows_per_day,
               coalesce(pace.basis, 'DEFAULT') as basis
        from raw_data
        join unnest($4::text[], $15::int[], $16::int[]) as known (format, second_days, kept_days)
          on known.format = raw_data.format
        left join rows_per_day pace on pace.raw_data_id = raw_data.id
        left join lateral (
          select max(run.last_day) as last_day,
                 least(min(run.first_day),
                       (select min(kept_day.day) from kept_day
                        where kept_day.raw_data_id = raw_data.id)) as first_day
          from run
          where run.raw_data_id = raw_data.id and run.state = 7) last on true
        left join lateral (
          select min(newest.day) as day from (
            select distinct on (day) day, outcome from fetched_day
            where fetched_day.raw_data_id = raw_data.id and day > $2::date - 14
            order by day, queue_number desc) newest
          where newest.outcome <> 'READ') open on true
        where raw_data.id = any($1::uuid[]) and raw_data.deleted_at is null
      ), sized as (
        select wanted.*, $2::date - first_day + 1 as days from wanted
      ), costed as (
        select sized.*, (days + least(days, second_days)) * $5::int + $6::int as calls,
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

  static final String[] FORMATS =
      Arrays.stream(Format.values()).map(Format::name).toArray(String[]::new);
  static final Integer[] SECOND_DAYS =
      Arrays.stream(Format.values()).map(Format::secondReportDays).toArray(Integer[]::new);
  static final Integer[] KEPT_DAYS =
      Arrays.stream(Format.values()).map(Format::daysKept).toArray(Integer[]::new);

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
        .addArrayOfString(FORMATS)
        .addInteger(plan.callsPerReport())
        .addInteger(plan.otherCalls())
        .addString(request.trigger().name())
        .addLocalDate(request.batchDate())
        .addDouble(plan.callsPerSecondAndAccount())
        .addDouble(plan.rowsPerSecond())
        .addDouble((double) config.longRunSeconds())
        .addString(config.longRunExecutor().name())
        .addString(request.span().name())
        .addLocalDate(request.firstDay())
        .addArrayOfInteger(SECOND_DAYS)
        .addArrayOfInteger(KEPT_DAYS);
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
