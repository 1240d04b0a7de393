package io.daybreak.imports.rawdata;

import io.daybreak.imports.plan.ImportDays;
import io.daybreak.imports.plan.Plan;
import io.daybreak.imports.run.RunEnqueuer;
import io.daybreak.imports.run.RunQueue;
import io.daybreak.imports.run.RunRequest;
import io.daybreak.imports.run.RunRequest.Span;
import io.daybreak.imports.run.RunTrigger;
import io.daybreak.imports.status.RunStatuses;
import io.daybreak.kit.access.Scope;
import io.daybreak.kit.outbox.Outbox;
import io.daybreak.kit.problem.ProblemType;
import io.daybreak.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** Fetches a range of days of a set again: as a plan first, and then as a run. */
@ApplicationScoped
class Backfills {

  private static final ProblemType DAYS_INVALID =
      new ProblemType("days-invalid", 422, "These days cannot be fetched");

  private final Pool pool;
  private final RunEnqueuer enqueuer;
  private final RunQueue queue;
  private final RunStatuses statuses;
  private final ImportDays days;
  private final Outbox outbox;

  Backfills(
      Pool pool,
      RunEnqueuer enqueuer,
      RunQueue queue,
      RunStatuses statuses,
      ImportDays days,
      Outbox outbox) {
    this.pool = pool;
    this.enqueuer = enqueuer;
    this.queue = queue;
    this.statuses = statuses;
    this.days = days;
    this.outbox = outbox;
  }

  /** Queues the run, and starts it where nothing is in its way. */
  Uni<AcceptedRun> start(RawDataSet set, Backfill wanted) {
    RunRequest request = request(set, wanted);
    return pool.withTransaction(transaction -> queue(transaction, set, request))
        .invoke(outbox::published);
  }

  /** What {@link #start} would answer: the same, taken back. */
  Uni<Plan> plan(RawDataSet set, Backfill wanted) {
    RunRequest request = request(set, wanted);
    return pool.withConnection(
        connection ->
            connection
                .begin()
                .chain(
                    transaction ->
                        queue(connection, set, request)
                            .map(AcceptedRun::plan)
                            .eventually(transaction::rollback)));
  }

  private RunRequest request(RawDataSet set, Backfill wanted) {
    LocalDate newest = days.lastDay();
    LocalDate oldest = days.today().minusDays(set.format.daysKept());
    LocalDate to = wanted.to() == null ? newest : wanted.to();
    if (wanted.from().isAfter(to) || to.isAfter(newest) || wanted.from().isBefore(oldest)) {
      throw Problems.with(
              DAYS_INVALID,
              "Choose a first day that is not after the last one, within the days that NAVER has.")
          .with("oldest", oldest.toString())
          .with("newest", newest.toString())
          .build();
    }
    return new RunRequest(List.of(set.id), RunTrigger.PERSON, to, null, Span.RANGE, wanted.from());
  }

  private Uni<AcceptedRun> queue(SqlClient transaction, RawDataSet set, RunRequest request) {
    return queue
        .lock(transaction, set.apiKeyId)
        .chain(() -> enqueuer.enqueue(transaction, request))
        .invoke(
            queued -> {
              if (queued.isEmpty()) {
                throw Problems.of(
                    RawDataProblems.RUN_IS_LIVE,
                    "Wait until it has ended, or cancel it, then ask again.");
              }
            })
        .chain(() -> queue.promote(transaction, set.apiKeyId))
        .chain(() -> statuses.of(transaction, new Scope.Everybody(), List.of(set.id)))
        .map(found -> AcceptedRun.of(found.get(0)));
  }
}
