package io.daybreak.imports.rawdata;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.imports.paging.Page;
import io.daybreak.imports.paging.PageQuery;
import io.daybreak.imports.rawdata.LoggedRun.Entry;
import io.daybreak.imports.run.ChangedDays;
import io.daybreak.imports.run.RunKind;
import io.daybreak.imports.run.RunState;
import io.daybreak.imports.run.RunTrigger;
import io.daybreak.imports.run.TemplateTroubles;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The import log of a set: its runs, newest first, each with its states and their moments. */
@ApplicationScoped
class RunHistory {

  private static final String RUNS_WITH_LOG =
      """
      with newest as (
        select run.*, count(*) over () as total from run
        where raw_data_id = $1
        order by queue_number desc
        limit $2 offset $3
      )
      select newest.id, newest.kind, newest.trigger, newest.state as run_state, newest.first_day,
             newest.last_day, newest.rows_fetched, newest.rows_written, newest.tab_rows,
             newest.queued_at, newest.ended_at, newest.failure_code, newest.failure_reason,
             newest.missing_days, newest.doubtful_days, newest.changed_days,
             newest.template_trouble, newest.total, run_log.state, run_log.at, run_log.note
      from newest join run_log on run_log.run_id = newest.id
      order by newest.queue_number desc, run_log.id
      """;

  private final Pool pool;

  RunHistory(Pool pool) {
    this.pool = pool;
  }

  Uni<Page<LoggedRun>> of(UUID rawDataId, PageQuery page) {
    return pool.preparedQuery(RUNS_WITH_LOG)
        .execute(Tuple.of(rawDataId, page.size(), page.offset()))
        .map(rows -> page(rows, page));
  }

  private static Page<LoggedRun> page(RowSet<Row> rows, PageQuery page) {
    Map<UUID, LoggedRun> runs = new LinkedHashMap<>();
    long total = 0;
    for (Row row : rows) {
      total = row.getLong("total");
      runs.computeIfAbsent(row.getUUID("id"), id -> run(row)).log().add(entry(row));
    }
    return new Page<>(List.copyOf(runs.values()), page.page(), page.size(), total);
  }

  private static LoggedRun run(Row row) {
    String failureCode = row.getString("failure_code");
    RunState state = RunState.ofCode(row.getShort("run_state"));
    return new LoggedRun(
        row.getUUID("id"),
        RunKind.valueOf(row.getString("kind")),
        RunTrigger.valueOf(row.getString("trigger")),
        state.code(),
        state,
        row.getLocalDate("first_day"),
        row.getLocalDate("last_day"),
        row.getLong("rows_fetched"),
        row.getLong("rows_written"),
        row.getLong("tab_rows"),
        row.getOffsetDateTime("queued_at").toInstant(),
        instant(row.getOffsetDateTime("ended_at")),
        failureCode == null ? null : FailureCode.valueOf(failureCode),
        row.getString("failure_reason"),
        List.of(row.getArrayOfLocalDates("missing_days")),
        List.of(row.getArrayOfLocalDates("doubtful_days")),
        ChangedDays.of(row.getJsonArray("changed_days")),
        TemplateTroubles.of(row.getJsonObject("template_trouble")),
        new ArrayList<>());
  }

  private static Entry entry(Row row) {
    RunState state = RunState.ofCode(row.getShort("state"));
    return new Entry(
        state.code(), state, row.getOffsetDateTime("at").toInstant(), row.getString("note"));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
