package io.daybreak.imports.report;

import io.daybreak.imports.run.ClaimedRun;
import io.daybreak.kit.sql.BlockingSql;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The table {@code naver_job}. Blocks; for worker threads. */
@ApplicationScoped
public class JobBooks {

  private static final String ORDERED =
      """
      insert into naver_job (customer_id, job_id, api_key_id, run_id)
      select $1, made.id, $3, $4 from unnest($2::bigint[]) as made (id)
      on conflict do nothing
      """;

  private static final String DELETED =
      "delete from naver_job where customer_id = $1 and job_id = any($2::bigint[])";

  /** A run that is not known (any more) has ended, too. */
  private static final String LEFT_OVER =
      """
      select job_id from naver_job
      where customer_id = $1
        and not exists (select from run where run.id = naver_job.run_id and run.state = 4)
      order by ordered_at, job_id
      limit $2
      """;

  /** Only accounts on which nobody is at work: deleting must not take a run's calls. */
  private static final String IDLE_ACCOUNTS =
      """
      select distinct customer_id, api_key_id from naver_job
      where not exists (
        select from run where run.customer_id = naver_job.customer_id and run.state = 4)
      limit $1
      """;

  private final BlockingSql sql;
  private final Pool pool;

  JobBooks(BlockingSql sql, Pool pool) {
    this.sql = sql;
    this.pool = pool;
  }

  /** The book of one run. */
  public JobBook of(ClaimedRun run) {
    return book(run.customerId(), run.apiKeyId(), run.runId());
  }

  /** An account with jobs of runs that have ended. */
  record Idle(String customerId, UUID apiKeyId) {}

  List<Idle> idle(int most) {
    List<Idle> idle = new ArrayList<>();
    query(IDLE_ACCOUNTS, Tuple.of(most))
        .forEach(
            row -> idle.add(new Idle(row.getString("customer_id"), row.getUUID("api_key_id"))));
    return idle;
  }

  List<Long> leftOver(String customerId, int most) {
    List<Long> ids = new ArrayList<>();
    query(LEFT_OVER, Tuple.of(customerId, most)).forEach(row -> ids.add(row.getLong("job_id")));
    return ids;
  }

  void deleted(String customerId, Collection<Long> ids) {
    query(DELETED, Tuple.of(customerId, ids.toArray(Long[]::new)));
  }

  private JobBook book(String customerId, UUID apiKeyId, UUID runId) {
    return new JobBook() {
      @Override
      public void ordered(Collection<Long> ids) {
        query(ORDERED, Tuple.of(customerId, ids.toArray(Long[]::new), apiKeyId, runId));
      }

      @Override
      public void deleted(Collection<Long> ids) {
        JobBooks.this.deleted(customerId, ids);
      }

      @Override
      public List<Long> leftOver(int most) {
        return JobBooks.this.leftOver(customerId, most);
      }
    };
  }

  private RowSet<Row> query(String statement, Tuple values) {
    return sql.await(pool.preparedQuery(statement).execute(values));
  }
}
