package io.daybreak.imports.run;

import io.daybreak.imports.format.Format;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which worker holds which run. A run is claimed once and never again; whoever holds it proves that
 * it lives by renewing the lease. The database's clock decides.
 */
@ApplicationScoped
public class RunLeases {

  /** Runs of people first: a batch may have filled the places of many keys. */
  private static final String CLAIM_NEXT =
      """
      with next as (
        select id from run
        where state = 4 and worker is null and executor = $3
          and ($4::uuid is null or api_key_id = $4)
        order by trigger in ('BATCH', 'LATE_DAY'), state_since, queue_number
        limit 1
        for update skip locked
      ), claimed as (
        update run
        set worker = $1, claimed_at = now(), lease_until = now() + make_interval(secs => $2)
        from next where run.id = next.id and run.state = 4 and run.worker is null
        returning run.*
      ), logged as (
        insert into run_log (run_id, state, note)
        select id, state, 'Claimed by worker ' || worker from claimed
      )
      select claimed.*, raw_data.customer_id, raw_data.format, raw_data.spreadsheet_id,
             raw_data.template_spreadsheet_id
      from claimed join raw_data on raw_data.id = claimed.raw_data_id
      """;

  private static final String CLAIM_ONE =
      """
      with claimed as (
        update run
        set worker = $1, claimed_at = now(), lease_until = now() + make_interval(secs => $2)
        where id = $3 and state = 4 and worker is null
        returning *
      ), logged as (
        insert into run_log (run_id, state, note)
        select id, state, 'Claimed by worker ' || worker from claimed
      )
      select claimed.*, raw_data.customer_id, raw_data.format, raw_data.spreadsheet_id,
             raw_data.template_spreadsheet_id
      from claimed join raw_data on raw_data.id = claimed.raw_data_id
      """;

  /** A lease that has run out stays out, even where the sweep has not come by yet. */
  private static final String RENEW =
      """
      update run set lease_until = now() + make_interval(secs => $3)
      where id = $1 and worker = $2 and state = 4 and lease_until > now()
      """;

  private static final String PROGRESS =
      """
      with before as (
        select id, rows_fetched from run
        where id = $1 and worker = $2 and state = 4 and lease_until > now()
        for update
      ), held as (
        update run
        set days_done = $3, rows_fetched = $4, lease_until = now() + make_interval(secs => $5)
        from before where run.id = before.id
        returning run.id, run.first_day + run.days_done - 1 as day,
                  run.rows_fetched - before.rows_fetched as rows
      )
      insert into run_day (run_id, day, rows) select id, day, rows from held
      """;

  private final Pool pool;
  private final RunsConfig config;

  RunLeases(Pool pool, RunsConfig config) {
    this.pool = pool;
    this.config = config;
  }

  /** Claims the run that has waited longest for a worker of this kind of instance. */
  public Uni<Optional<ClaimedRun>> claimNext(String worker) {
    return claimNext(worker, Executor.LOCAL, null);
  }

  /** Claims the long run of an API key that has waited longest. */
  public Uni<Optional<ClaimedRun>> claimNextLong(String worker, UUID apiKeyId) {
    return claimNext(worker, Executor.JOB, apiKeyId);
  }

  /** Claims one run, as a Job does that was started for it. */
  public Uni<Optional<ClaimedRun>> claim(UUID runId, String worker) {
    return pool.preparedQuery(CLAIM_ONE)
        .execute(Tuple.of(worker, seconds(config.lease()), runId))
        .map(RunLeases::claimed);
  }

  /**
   * @return whether the run is still this worker's
   */
  public Uni<Boolean> renew(UUID runId, String worker) {
    return pool.preparedQuery(RENEW)
        .execute(Tuple.of(runId, worker, seconds(config.lease())))
        .map(rows -> rows.rowCount() == 1);
  }

  /**
   * Writes how far a worker is, with the rows of the day it has just done, and renews its lease.
   *
   * @return whether the run is still this worker's
   */
  public Uni<Boolean> progress(UUID runId, String worker, int daysDone, long rows) {
    return pool.preparedQuery(PROGRESS)
        .execute(Tuple.of(runId, worker, daysDone, rows, seconds(config.lease())))
        .map(updated -> updated.rowCount() == 1);
  }

  private Uni<Optional<ClaimedRun>> claimNext(
      String worker, Executor executor, @Nullable UUID apiKeyId) {
    return pool.preparedQuery(CLAIM_NEXT)
        .execute(Tuple.of(worker, seconds(config.lease()), executor.name(), apiKeyId))
        .map(RunLeases::claimed);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private static Optional<ClaimedRun> claimed(RowSet<Row> rows) {
    return rows.size() == 0 ? Optional.empty() : Optional.of(claimed(rows.iterator().next()));
  }

  private static ClaimedRun claimed(Row row) {
    return new ClaimedRun(
        row.getUUID("id"),
        row.getUUID("raw_data_id"),
        row.getUUID("api_key_id"),
        row.getString("customer_id"),
        Format.valueOf(row.getString("format")),
        row.getString("spreadsheet_id"),
        row.getString("template_spreadsheet_id"),
        row.getLocalDate("first_day"),
        row.getLocalDate("last_day"),
        RunKind.valueOf(row.getString("kind")));
  }
}
