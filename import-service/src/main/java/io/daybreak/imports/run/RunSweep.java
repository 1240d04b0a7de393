package io.daybreak.imports.run;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/**
 * Ends runs whose worker or writer is gone, and starts what waits although it could run. Every
 * instance sweeps; the statements are conditional, so it does not matter who comes first.
 */
@ApplicationScoped
public class RunSweep {

  /**
   * IMPORTING with an expired lease; or never claimed, although no worker anywhere is so busy that
   * it could still come to it.
   */
  private static final String WORKERS_LOST =
      """
      with lost as (
        select id, state, worker from run
        where state = 4
          and (lease_until < now()
               or worker is null and state_since < now() - make_interval(secs => $1)
                  and not exists (select from run busy where busy.lease_until > now()))
        for update skip locked
      ), ended as (
        update run
        set state = 0, state_since = now(), ended_at = now(), worker = null, lease_until = null,
            failure_code = 'WORKER_LOST',
            failure_reason = case when lost.worker is null
              then 'No worker took the run within ' || round($1::numeric) || ' seconds. Start it again.'
              else 'The worker that collected the data stopped after ' || run.days_done
                   || ' of ' || (run.last_day - run.first_day + 1) || ' days. Start the run again.' end
        from lost where run.id = lost.id and run.state = 4
        returning run.*, lost.state as before, lost.worker as held_by
      ), logged as (
        insert into run_log (run_id, state, note)
        select id, 0, failure_code || ': ' || failure_reason from ended
      )
      select ended.id, ended.api_key_id, ended.executor, ended.before, ended.held_by,
             ended.failure_code, raw_data.spreadsheet_id
      from ended join raw_data on raw_data.id = ended.raw_data_id
      """;

  /**
   * Silence of one run alone may only mean that others are served first; silence of all of them, or
   * of one for very long, means that nobody writes it any more.
   */
  private static final String WRITERS_LOST =
      """
      with lost as (
        select id, state from run
        where state in (3, 5, 6)
          and (greatest(state_since, last_event_at) < now() - make_interval(secs => $1)
               and coalesce((select max(last_event_at) from run), '-infinity')
                   < now() - make_interval(secs => $1)
               or greatest(state_since, last_event_at) < now() - make_interval(secs => $2))
        for update skip locked
      ), ended as (
        update run
        set state = 0, state_since = now(), ended_at = now(),
            failure_code = 'WRITER_LOST',
            failure_reason = 'The sheet writer has said nothing of this run for '
              || round(extract(epoch from now() - greatest(run.state_since, run.last_event_at)))
              || ' seconds, after ' || run.rows_written || ' rows. Start the run again.'
        from lost where run.id = lost.id and run.state = lost.state
        returning run.*, lost.state as before, null::text as held_by
      ), logged as (
        insert into run_log (run_id, state, note)
        select id, 0, failure_code || ': ' || failure_reason from ended
      )
      select ended.id, ended.api_key_id, ended.executor, ended.before, ended.held_by,
             ended.failure_code, raw_data.spreadsheet_id
      from ended join raw_data on raw_data.id = ended.raw_data_id
      """;

  private final RunEndings endings;
  private final RunQueue queue;
  private final RunLaunchers launchers;
  private final RunsConfig config;

  RunSweep(RunEndings endings, RunQueue queue, RunLaunchers launchers, RunsConfig config) {
    this.endings = endings;
    this.queue = queue;
    this.launchers = launchers;
    this.config = config;
  }

  /** One sweep. */
  @Scheduled(
      every = "${daybreak.runs.sweep-every:5s}",
      identity = "run-sweep",
      concurrentExecution = ConcurrentExecution.SKIP)
  public Uni<Void> sweep() {
    return endings
        .end(this::workersLost)
        .chain(() -> endings.end(this::writersLost))
        .chain(queue::promoteAll)
        .chain(launchers::launchForgotten);
  }

  private Uni<List<EndedRun>> workersLost(SqlClient transaction) {
    return transaction
        .preparedQuery(WORKERS_LOST)
        .execute(Tuple.of(seconds(config.unclaimedLimit())))
        .map(RunEndings::ended);
  }

  private Uni<List<EndedRun>> writersLost(SqlClient transaction) {
    return transaction
        .preparedQuery(WRITERS_LOST)
        .execute(Tuple.of(seconds(config.writerSilence()), seconds(config.writerSilenceLimit())))
        .map(RunEndings::ended);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
