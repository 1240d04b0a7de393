package io.daybreak.imports.run;

import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.work.Claim;
import io.daybreak.kit.work.ClaimTable;
import io.daybreak.kit.work.Claims;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Claims runs that stand in IMPORTING, each once and never again. All methods block. */
@ApplicationScoped
public class RunClaims {

  private static final ClaimTable RUNS = new ClaimTable("run", "id");

  /** Runs of people first: a batch may have filled the places of many keys. */
  private static final String NEXT =
      """
      select id from run
      where state = 4 and claimed_by is null and executor = $3
        and ($4::uuid is null or api_key_id = $4)
      order by trigger in ('BATCH', 'LATE_DAY'), state_since, queue_number
      limit 1
      for update skip locked
      """;

  private static final String THIS_ONE =
      """
      select id from run
      where id = $3 and state = 4 and claimed_by is null
      for update skip locked
      """;

  private static final String CLAIM =
      """
      with next as (
        %s
      ), claimed as (
        update run
        set claimed_by = $1, claimed_at = now(), claimed_until = now() + make_interval(secs => $2)
        from next where run.id = next.id
        returning run.*
      ), logged as (
        insert into run_log (run_id, state, note)
        select id, state, 'Claimed by worker ' || claimed_by from claimed
      )
      select claimed.*, raw_data.customer_id, raw_data.format, raw_data.spreadsheet_id,
             raw_data.template_spreadsheet_id
      from claimed join raw_data on raw_data.id = claimed.raw_data_id
      """;

  private static final String PROGRESS =
      """
      with before as (
        select id, rows_fetched from run
        where id = $1 and claim_token = $2 and claimed_until > now()
        for update
      ), held as (
        update run set days_done = $3, rows_fetched = $4
        from before where run.id = before.id
        returning run.id, run.first_day + run.days_done - 1 as day,
                  run.rows_fetched - before.rows_fetched as rows
      )
      insert into run_day (run_id, day, rows) select id, day, rows from held
      """;

  private final Claims claims;
  private final BlockingSql sql;
  private final RunsConfig config;

  RunClaims(Claims claims, BlockingSql sql, RunsConfig config) {
    this.claims = claims;
    this.sql = sql;
    this.config = config;
  }

  /** Claims the run that has waited longest for a worker of this kind of instance. */
  Optional<Claim<ClaimedRun>> claimNext(String worker) {
    return claim(NEXT, worker, Executor.LOCAL, null);
  }

  /** Claims the long run of an API key that has waited longest. */
  Optional<Claim<ClaimedRun>> claimNextLong(String worker, UUID apiKeyId) {
    return claim(NEXT, worker, Executor.JOB, apiKeyId);
  }

  /** Claims one run, as a Job does that was started for it. */
  Optional<Claim<ClaimedRun>> claim(UUID runId, String worker) {
    return claim(THIS_ONE, worker, runId);
  }

  /** Writes how far a worker is, with the rows of the day it has just done. */
  void progress(Claim<ClaimedRun> claim, int daysDone, long rows) {
    claim.require(sql.changed(PROGRESS, claim.key(), claim.token(), daysDone, rows) == 1);
  }

  private Optional<Claim<ClaimedRun>> claim(
      String which, String worker, @Nullable Object... whichValues) {
    return claims.claim(
        RUNS,
        worker,
        config.lease(),
        by -> sql.first(CLAIM.formatted(which), values(by, whichValues)),
        ClaimedRun::of);
  }

  private @Nullable Object[] values(String by, @Nullable Object... whichValues) {
    return Stream.concat(Stream.of(by, config.lease()), Arrays.stream(whichValues)).toArray();
  }
}
