package io.daybreak.imports.run;

import io.daybreak.kit.retention.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Runs that ended long ago, with their log. What they were the last to say of a day is kept, so
 * that a set knows of every day what its tab holds. A set's newest run stays, and the successes
 * that tell how it goes on: the newest one, and the newest one of those that reach furthest.
 */
@ApplicationScoped
class OldRuns implements Retention {

  /**
   * Waits for nobody: what another replica is deleting, or a removal of the set has taken, is left
   * to them. Of a day that newer runs fetched as well only the newest one's word is copied, and
   * whoever deletes that one copies it. It is looked for run by run of the set, since a join would
   * read all days of all sets for each slice.
   */
  private static final String DELETE =
      """
      with old as (
        select run.id, run.raw_data_id, run.state, run.queue_number, run.ended_at
        from run join raw_data on raw_data.id = run.raw_data_id
        where run.ended_at < now() - make_interval(secs => $1)
          and raw_data.newest_run_id is distinct from run.id
          and (run.state = 0
               or exists (
                 select from run later
                 where later.raw_data_id = run.raw_data_id and later.state = 7
                   and later.queue_number > run.queue_number and later.last_day >= run.last_day))
        order by run.ended_at
        limit $2
        for update of run skip locked
        for key share of raw_data skip locked
      ), kept as (
        insert into kept_day as kept (
          raw_data_id, day, outcome, queue_number, ended_at, rows, impressions, clicks, cost,
          conversions, revenue)
        select old.raw_data_id, run_day.day, run_day.outcome, old.queue_number, old.ended_at,
               run_day.rows, run_day.impressions, run_day.clicks, run_day.cost, run_day.conversions,
               run_day.revenue
        from old join run_day on run_day.run_id = old.id
        left join lateral (
          select true as told from run later join run_day anew on anew.run_id = later.id
          where later.raw_data_id = old.raw_data_id and later.state = 7
            and later.queue_number > old.queue_number
            and run_day.day between later.first_day and later.last_day
            and anew.day = run_day.day and anew.outcome in ('READ', run_day.outcome)
          limit 1) newer on true
        where old.state = 7 and newer.told is null
        order by old.raw_data_id, run_day.day, run_day.outcome
        on conflict (raw_data_id, day, outcome) do update
        set queue_number = excluded.queue_number, ended_at = excluded.ended_at,
            rows = excluded.rows, impressions = excluded.impressions, clicks = excluded.clicks,
            cost = excluded.cost, conversions = excluded.conversions, revenue = excluded.revenue
        where kept.queue_number < excluded.queue_number
      )
      delete from run using old where run.id = old.id
      """;

  private final RunsConfig config;

  OldRuns(RunsConfig config) {
    this.config = config;
  }

  @Override
  public String what() {
    return "runs";
  }

  @Override
  public Duration age() {
    return config.keptFor();
  }

  @Override
  public String statement() {
    return DELETE;
  }
}
