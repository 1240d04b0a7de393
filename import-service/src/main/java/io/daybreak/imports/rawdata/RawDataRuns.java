package io.daybreak.imports.rawdata;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.imports.plan.ImportDays;
import io.daybreak.imports.run.QueuedRun;
import io.daybreak.imports.run.RunEndings;
import io.daybreak.imports.run.RunEnqueuer;
import io.daybreak.imports.run.RunQueue;
import io.daybreak.imports.run.RunRequest;
import io.daybreak.imports.run.RunTrigger;
import io.daybreak.imports.status.RunStatus;
import io.daybreak.imports.status.RunStatuses;
import io.daybreak.imports.status.UnknownSet;
import io.daybreak.kit.access.Audit;
import io.daybreak.kit.access.Deed;
import io.daybreak.kit.access.Scope;
import io.daybreak.kit.outbox.Outbox;
import io.daybreak.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What a person asks of the runs of a set they already have. */
@ApplicationScoped
class RawDataRuns {

  private static final String DELETE =
      """
      update raw_data set deleted_at = now(), version = version + 1
      where id = $1 and deleted_at is null
      returning newest_run_id
      """;

  private final Pool pool;
  private final RunEnqueuer enqueuer;
  private final RunQueue queue;
  private final RunEndings endings;
  private final RunStatuses statuses;
  private final ImportDays days;
  private final Outbox outbox;
  private final Audit audit;

  RawDataRuns(
      Pool pool,
      RunEnqueuer enqueuer,
      RunQueue queue,
      RunEndings endings,
      RunStatuses statuses,
      ImportDays days,
      Outbox outbox,
      Audit audit) {
    this.pool = pool;
    this.enqueuer = enqueuer;
    this.queue = queue;
    this.endings = endings;
    this.statuses = statuses;
    this.days = days;
    this.outbox = outbox;
    this.audit = audit;
  }

  /** Queues an update, and starts it where nothing is in its way. */
  Uni<AcceptedRun> update(RawDataSet set, UpdatedDays wanted) {
    RunRequest run =
        new RunRequest(
            List.of(set.id),
            RunTrigger.PERSON,
            days.lastDay(),
            null,
            wanted == UpdatedDays.ALL ? RunRequest.Span.EVERYTHING : RunRequest.Span.USUAL,
            null);
    return pool.withTransaction(transaction -> update(transaction, set, run))
        .invoke(outbox::published);
  }

  /** Ends the live run; what of it stands in the tab already stays there. */
  Uni<RunStatus> cancel(RawDataSet set) {
    return newest(set.id)
        .chain(
            run ->
                endings.fail(
                    run.runId(),
                    FailureCode.CANCELLED,
                    "A person cancelled the run. Rows that were in the tab already stay there."))
        .invoke(RawDataRuns::requireLive)
        .chain(() -> newest(set.id));
  }

  /** Removes the set from every list and ends its live run; its tab is left as it is. */
  Uni<Void> delete(RawDataSet set) {
    return pool.withTransaction(transaction -> delete(transaction, set))
        .chain(
            newestRun ->
                endings.fail(newestRun, FailureCode.CANCELLED, "The raw-data set was deleted."))
        .replaceWithVoid();
  }

  private Uni<AcceptedRun> update(SqlClient transaction, RawDataSet set, RunRequest run) {
    return queue
        .lock(transaction, set.apiKeyId)
        .chain(() -> enqueuer.enqueue(transaction, run))
        .invoke(RawDataRuns::requireQueued)
        .chain(() -> queue.promote(transaction, set.apiKeyId))
        .chain(() -> statuses.of(transaction, new Scope.Everybody(), List.of(set.id)))
        .map(queued -> AcceptedRun.of(queued.get(0)));
  }

  /** Under the key's lock, so that no run can be queued for it at the same time. */
  private Uni<UUID> delete(SqlClient transaction, RawDataSet set) {
    return queue
        .lock(transaction, set.apiKeyId)
        .chain(() -> transaction.preparedQuery(DELETE).execute(Tuple.of(set.id)))
        .call(
            () -> audit.write(transaction, Deed.of("raw-data.deleted", set.organisationId, set.id)))
        .map(
            deleted -> {
              if (deleted.size() == 0) {
                throw UnknownSet.problem();
              }
              return deleted.iterator().next().getUUID("newest_run_id");
            });
  }

  private Uni<RunStatus> newest(UUID id) {
    return statuses
        .of(new Scope.Everybody(), List.of(id))
        .map(found -> found.stream().findFirst().orElseThrow(UnknownSet::problem));
  }

  private static void requireQueued(List<QueuedRun> queued) {
    if (queued.isEmpty()) {
      throw Problems.of(
          RawDataProblems.RUN_IS_LIVE, "Wait until it has ended, or cancel it, then ask again.");
    }
  }

  private static void requireLive(boolean ended) {
    if (!ended) {
      throw Problems.of(RawDataProblems.NO_LIVE_RUN, "There is nothing to cancel.");
    }
  }
}
