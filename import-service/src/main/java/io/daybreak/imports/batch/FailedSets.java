package io.daybreak.imports.batch;

import io.daybreak.imports.plan.ImportDays;
import io.daybreak.imports.run.QueuedRun;
import io.daybreak.imports.run.RunEnqueuer;
import io.daybreak.imports.run.RunQueue;
import io.daybreak.imports.run.RunRequest;
import io.daybreak.imports.run.RunTrigger;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Starts the sets of a batch again whose newest run failed or had to leave days out: all of them as
 * one action. Asked twice it starts none of them twice, because a set with a live run gets none.
 */
@ApplicationScoped
class FailedSets {

  /** Whoever asks at the same time waits, and then finds the runs live. */
  private static final String LOCK = "select date from batch where date = $1 for update";

  private static final String FAILED =
      """
      select raw_data.id
      from raw_data join run on run.id = raw_data.newest_run_id
      where run.batch_date = $1 and raw_data.deleted_at is null
        and (run.state = 0 and run.failure_code <> 'CANCELLED'
             or run.state = 7 and (run.missing_days <> '{}' or run.doubtful_days <> '{}'))
      """;

  private final Pool pool;
  private final RunEnqueuer enqueuer;
  private final RunQueue queue;
  private final ImportDays days;

  FailedSets(Pool pool, RunEnqueuer enqueuer, RunQueue queue, ImportDays days) {
    this.pool = pool;
    this.enqueuer = enqueuer;
    this.queue = queue;
    this.days = days;
  }

  /**
   * Starts them.
   *
   * @return runs queued
   */
  Uni<Integer> startAgain(LocalDate date) {
    return pool.withTransaction(transaction -> startAgain(transaction, date))
        .call(runs -> queue.promoteAll())
        .map(List::size);
  }

  private Uni<List<QueuedRun>> startAgain(SqlClient transaction, LocalDate date) {
    return transaction
        .preparedQuery(LOCK)
        .execute(Tuple.of(date))
        .chain(() -> transaction.preparedQuery(FAILED).execute(Tuple.of(date)))
        .chain(
            rows -> {
              List<UUID> sets = new ArrayList<>();
              for (Row row : rows) {
                sets.add(row.getUUID("id"));
              }
              return enqueuer.enqueue(
                  transaction, new RunRequest(sets, RunTrigger.BATCH, days.lastDay(), date));
            });
  }
}
