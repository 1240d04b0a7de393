package io.daybreak.imports.run;

import io.daybreak.imports.plan.ImportDays;
import io.daybreak.kit.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Starts again what ended only because a message was lost. Once: a run that a dead letter brought
 * is not started again, or a message that always dies would keep a set running for ever.
 */
@ApplicationScoped
public class RunRestarts {

  private static final String KEY = "select api_key_id from run where id = $1";

  private static final String ENDED_FOR_A_LOST_MESSAGE =
      """
      select raw_data.id
      from run join raw_data on raw_data.id = run.raw_data_id
      where run.id = $1 and run.state = 0 and run.failure_code = 'MESSAGE_LOST'
        and run.trigger <> 'DEAD_LETTER'
        and raw_data.newest_run_id = run.id and raw_data.deleted_at is null
      """;

  private final Sql sql;
  private final RunQueue queue;
  private final RunEnqueuer enqueuer;
  private final ImportDays days;

  RunRestarts(Sql sql, RunQueue queue, RunEnqueuer enqueuer, ImportDays days) {
    this.sql = sql;
    this.queue = queue;
    this.enqueuer = enqueuer;
    this.days = days;
  }

  /**
   * Starts a run's set again if the run ended for a lost message and nothing came after it.
   *
   * @return whether a new run was queued; the second call for one run never does
   */
  public Uni<Boolean> restart(UUID runId) {
    return sql.tx(transaction -> restart(transaction, runId));
  }

  /** Under the key's lock, so that nobody queues a run for the set at the same time. */
  private Uni<Boolean> restart(SqlClient transaction, UUID runId) {
    return transaction
        .preparedQuery(KEY)
        .execute(Tuple.of(runId))
        .chain(
            found ->
                found.size() == 0
                    ? Uni.createFrom().item(false)
                    : restart(transaction, runId, found.iterator().next().getUUID("api_key_id")));
  }

  private Uni<Boolean> restart(SqlClient transaction, UUID runId, UUID apiKeyId) {
    return queue
        .lock(transaction, apiKeyId)
        .chain(() -> transaction.preparedQuery(ENDED_FOR_A_LOST_MESSAGE).execute(Tuple.of(runId)))
        .chain(
            sets ->
                sets.size() == 0
                    ? Uni.createFrom().item(List.<QueuedRun>of())
                    : enqueuer.enqueue(transaction, request(sets.iterator().next().getUUID("id"))))
        .call(() -> queue.promote(transaction, apiKeyId))
        .map(queued -> !queued.isEmpty());
  }

  private RunRequest request(UUID rawDataId) {
    return new RunRequest(List.of(rawDataId), RunTrigger.DEAD_LETTER, days.lastDay(), null);
  }
}
