package io.daybreak.imports.job;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.imports.run.RunEndings;
import io.daybreak.kit.sql.BlockingSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The runs that Jobs are for, as the database knows them. Blocks. */
@ApplicationScoped
class LongRuns {

  private static final String WITHOUT_JOB =
"""
select id, raw_data_id, api_key_id from run
where id = $1 and state = 4 and claimed_by is null and executor = 'JOB' and job_created_at is null
  and not exists (select from waiting_job
                  where waiting_job.api_key_id = run.api_key_id
                    and waiting_job.waits_until > now())
""";

  private static final String JOB_CREATED =
      """
      with created as (
        update run set job_created_at = now()
        where id = $1 and job_created_at is null
        returning id, state
      )
      insert into run_log (run_id, state, note) select id, state, 'Job ' || $2 from created
      """;

  /** The runs that end with a Job: the one it holds, and its own if nobody has claimed it. */
  private static final String DEPENDING_ON =
      """
      select id, claimed_by, claim_token from run
      where state = 4 and executor = 'JOB' and (claimed_by = $1 or claimed_by is null and id = $2)
      """;

  private static final String WITH_JOB =
"""
select id, claimed_by, claim_token from run
where state = 4 and executor = 'JOB' and (claimed_by is not null or job_created_at is not null)
""";

  private static final String WAIT =
      """
      insert into waiting_job (worker, api_key_id, waits_until)
      values ($1, $2, now() + make_interval(secs => $3))
      on conflict (worker) do update
      set api_key_id = excluded.api_key_id, waits_until = excluded.waits_until
      """;

  private static final String STOP_WAITING =
      "delete from waiting_job where worker = $1 or waits_until < now() - interval '1 hour'";

  /** Its tab is being prepared, so it will be in IMPORTING soon. */
  private static final String COMING =
      "select from run where api_key_id = $1 and executor = 'JOB' and state = 3 limit 1";

  private final BlockingSql sql;
  private final RunEndings endings;

  LongRuns(BlockingSql sql, RunEndings endings) {
    this.sql = sql;
    this.endings = endings;
  }

  /** The run, if it still has to get a Job. */
  Optional<LongRun> withoutJob(UUID runId) {
    for (Row row : sql.execute(WITHOUT_JOB, runId)) {
      return Optional.of(
          new LongRun(row.getUUID("id"), row.getUUID("raw_data_id"), row.getUUID("api_key_id")));
    }
    return Optional.empty();
  }

  void jobCreated(JobName job) {
    sql.execute(JOB_CREATED, job.runId(), job.value());
  }

  /** The Jobs that must be there, because runs depend on them. */
  Set<JobName> jobsNeeded() {
    Set<JobName> names = new HashSet<>();
    for (Row row : sql.list(WITH_JOB)) {
      @Nullable String worker = row.getString("claimed_by");
      Optional<JobName> holder =
          worker == null ? Optional.of(new JobName(row.getUUID("id"))) : JobName.ofWorker(worker);
      holder.ifPresent(names::add);
    }
    return names;
  }

  boolean anyDependsOn(JobName job) {
    return dependingOn(job).size() > 0;
  }

  /** Ends what depends on a Job; the next runs of their keys start. */
  void failAllOf(JobName job, String reason) {
    List<Uni<Boolean>> endings = new ArrayList<>();
    for (Row row : dependingOn(job)) {
      @Nullable String worker = row.getString("claimed_by");
      endings.add(
          worker == null
              ? this.endings.failUnclaimed(row.getUUID("id"), FailureCode.JOB_LOST, reason)
              : this.endings.failFetch(
                  row.getUUID("id"), row.getLong("claim_token"), FailureCode.JOB_LOST, reason));
    }
    endings.forEach(sql::await);
  }

  void failUnclaimed(UUID runId, FailureCode code, String reason) {
    sql.await(endings.failUnclaimed(runId, code, reason));
  }

  /** Says for some time that a Job will take the next long run of a key. */
  void announceWaiting(String worker, UUID apiKeyId, Duration time) {
    sql.execute(WAIT, worker, apiKeyId, time);
  }

  void stopWaiting(String worker) {
    sql.execute(STOP_WAITING, worker);
  }

  boolean oneIsComing(UUID apiKeyId) {
    return sql.execute(COMING, apiKeyId).rowCount() > 0;
  }

  private RowSet<Row> dependingOn(JobName job) {
    return sql.execute(DEPENDING_ON, job.worker(), job.runId());
  }
}
