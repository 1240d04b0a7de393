package io.daybreak.imports.job;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.imports.run.RunEndings;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
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

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final String WITHOUT_JOB =
      """
      select id, raw_data_id, api_key_id from run
      where id = $1 and state = 4 and worker is null and executor = 'JOB' and job_created_at is null
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
      select id, worker from run
      where state = 4 and executor = 'JOB' and (worker = $1 or worker is null and id = $2)
      """;

  private static final String WITH_JOB =
      """
      select id, worker from run
      where state = 4 and executor = 'JOB' and (worker is not null or job_created_at is not null)
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

  private final Pool pool;
  private final RunEndings endings;

  LongRuns(Pool pool, RunEndings endings) {
    this.pool = pool;
    this.endings = endings;
  }

  /** The run, if it still has to get a Job. */
  Optional<LongRun> withoutJob(UUID runId) {
    for (Row row : query(WITHOUT_JOB, Tuple.of(runId))) {
      return Optional.of(
          new LongRun(row.getUUID("id"), row.getUUID("raw_data_id"), row.getUUID("api_key_id")));
    }
    return Optional.empty();
  }

  void jobCreated(JobName job) {
    query(JOB_CREATED, Tuple.of(job.runId(), job.value()));
  }

  /** The Jobs that must be there, because runs depend on them. */
  Set<JobName> jobsNeeded() {
    Set<JobName> names = new HashSet<>();
    for (Row row : query(WITH_JOB, Tuple.tuple())) {
      @Nullable String worker = row.getString("worker");
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
      @Nullable String worker = row.getString("worker");
      endings.add(
          worker == null
              ? this.endings.failUnclaimed(row.getUUID("id"), FailureCode.JOB_LOST, reason)
              : this.endings.failFetch(row.getUUID("id"), worker, FailureCode.JOB_LOST, reason));
    }
    endings.forEach(ending -> ending.await().atMost(PATIENCE));
  }

  void failUnclaimed(UUID runId, FailureCode code, String reason) {
    endings.failUnclaimed(runId, code, reason).await().atMost(PATIENCE);
  }

  /** Says for some time that a Job will take the next long run of a key. */
  void announceWaiting(String worker, UUID apiKeyId, Duration time) {
    query(WAIT, Tuple.of(worker, apiKeyId, time.toMillis() / 1000.0));
  }

  void stopWaiting(String worker) {
    query(STOP_WAITING, Tuple.of(worker));
  }

  boolean oneIsComing(UUID apiKeyId) {
    return query(COMING, Tuple.of(apiKeyId)).rowCount() > 0;
  }

  private RowSet<Row> dependingOn(JobName job) {
    return query(DEPENDING_ON, Tuple.of(job.worker(), job.runId()));
  }

  private RowSet<Row> query(String sql, Tuple parameters) {
    return pool.preparedQuery(sql).execute(parameters).await().atMost(PATIENCE);
  }
}
