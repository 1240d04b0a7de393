package io.daybreak.imports.status;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.imports.format.Format;
import io.daybreak.imports.plan.CallsBefore;
import io.daybreak.imports.plan.Plan;
import io.daybreak.imports.plan.Planner;
import io.daybreak.imports.plan.RowsBasis;
import io.daybreak.imports.run.RunKind;
import io.daybreak.imports.run.RunTrigger;
import io.daybreak.imports.run.TemplateTroubles;
import io.daybreak.kit.access.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the state of the newest runs; one statement, however many sets are asked for. */
@ApplicationScoped
public class RunStatuses {

  private static final String OF_SETS =
      """
      select run_status.*, run.missing_days, run.doubtful_days,
             run.template_trouble, raw_data.organisation_id
      from run_status
      join run on run.id = run_status.run_id
      join raw_data on raw_data.id = run_status.raw_data_id
      where run_status.raw_data_id = any($1::uuid[]) and in_scope($2, raw_data.organisation_id)
      """;

  private static final String MOVING =
      """
      select run_status.*, run.missing_days, run.doubtful_days,
             run.template_trouble, raw_data.organisation_id
      from run_status
      join run on run.id = run_status.run_id
      join raw_data on raw_data.id = run_status.raw_data_id
      where (run_status.state between 1 and 6
             or run_status.ended_at > now() - make_interval(secs => $1))
        and in_scope($2, raw_data.organisation_id)
      """;

  private final Pool pool;
  private final Planner planner;
  private final RunEstimate estimate;

  RunStatuses(Pool pool, Planner planner, RunEstimate estimate) {
    this.pool = pool;
    this.planner = planner;
    this.estimate = estimate;
  }

  /** The sets of a list that exist and are in the scope, in no particular order. */
  public Uni<List<RunStatus>> of(Scope scope, Collection<UUID> rawDataIds) {
    return of(pool, scope, rawDataIds);
  }

  /** The same, inside a transaction. */
  public Uni<List<RunStatus>> of(SqlClient client, Scope scope, Collection<UUID> rawDataIds) {
    return client
        .preparedQuery(OF_SETS)
        .execute(Tuple.of(rawDataIds.toArray(UUID[]::new), scope.parameter()))
        .map(rows -> owned(rows).stream().map(OwnedStatus::status).toList());
  }

  /** The sets with a live run, and those whose run has ended a short time ago. */
  Uni<List<OwnedStatus>> moving(Scope scope, Duration sinceEnd) {
    return pool.preparedQuery(MOVING)
        .execute(Tuple.of(sinceEnd.toMillis() / 1000.0, scope.parameter()))
        .map(this::owned);
  }

  static @Nullable Instant instant(Row row, String column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }

  private List<OwnedStatus> owned(RowSet<Row> rows) {
    List<OwnedStatus> statuses = new ArrayList<>();
    rows.forEach(row -> statuses.add(new OwnedStatus(row.getUUID("organisation_id"), status(row))));
    return statuses;
  }

  private RunStatus status(Row row) {
    RunFacts facts = RunFacts.of(row);
    Long position = row.getLong("position");
    String failureCode = row.getString("failure_code");
    return new RunStatus(
        row.getUUID("raw_data_id"),
        row.getUUID("run_id"),
        facts.state().code(),
        facts.state(),
        RunKind.valueOf(row.getString("kind")),
        RunTrigger.valueOf(row.getString("trigger")),
        estimate.progress(facts),
        facts.days(),
        facts.daysDone(),
        facts.rowsFetched(),
        facts.rowsWritten(),
        position == null ? null : position.intValue(),
        plan(row, facts),
        row.getOffsetDateTime("queued_at").toInstant(),
        estimate.end(facts),
        instant(row, "ended_at"),
        failureCode == null ? null : FailureCode.valueOf(failureCode),
        row.getString("failure_reason"),
        days(row, "missing_days"),
        days(row, "doubtful_days"),
        TemplateTroubles.of(row.getJsonObject("template_trouble")));
  }

  private static List<LocalDate> days(Row row, String column) {
    LocalDate[] days = row.getArrayOfLocalDates(column);
    return days == null ? List.of() : List.of(days);
  }

  private Plan plan(Row row, RunFacts facts) {
    return planner.plan(
        facts.days(),
        facts.planCalls(),
        facts.planRows(),
        RowsBasis.valueOf(row.getString("rows_basis")),
        Format.valueOf(row.getString("format")).columns().size(),
        facts.state().ended() ? CallsBefore.NONE : facts.callsBefore());
  }

  /** A status with the organisation it may be shown to. */
  record OwnedStatus(UUID organisationId, RunStatus status) {}
}
