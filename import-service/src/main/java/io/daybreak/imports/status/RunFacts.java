package io.daybreak.imports.status;

import io.daybreak.imports.plan.CallsBefore;
import io.daybreak.imports.run.RunState;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a run's progress and end are estimated from; one row of the view {@code run_status}. */
record RunFacts(
    RunState state,
    Instant seenAt,
    @Nullable Instant claimedAt,
    int days,
    int daysDone,
    long planCalls,
    long planRows,
    long rowsFetched,
    long rowsWritten,
    CallsBefore callsBefore) {

  static RunFacts of(Row row) {
    return new RunFacts(
        RunState.ofCode(row.getShort("state")),
        row.getOffsetDateTime("seen_at").toInstant(),
        RunStatuses.instant(row, "claimed_at"),
        row.getInteger("days"),
        row.getInteger("days_done"),
        row.getLong("plan_calls"),
        row.getLong("plan_rows"),
        row.getLong("rows_fetched"),
        row.getLong("rows_written"),
        new CallsBefore(row.getDouble("key_calls"), row.getDouble("account_calls")));
  }

  /** Rows of the whole run, as far as they are known by now. */
  long expectedRows() {
    if (state == RunState.IMPORTING) {
      return daysDone == 0 ? planRows : rowsFetched * days / daysDone;
    }
    return rowsFetched;
  }

  /** Seconds a day has taken so far; null before the first day is done. */
  @Nullable Double secondsPerDay() {
    return claimedAt == null || daysDone == 0
        ? null
        : Duration.between(claimedAt, seenAt).toMillis() / 1000.0 / daysDone;
  }
}
