package io.daybreak.imports.run;

import io.daybreak.contracts.run.FailureCode;
import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run that has just failed.
 *
 * @param before the state it failed in
 * @param heldBy the worker that held it until then
 */
record EndedRun(
    UUID runId,
    UUID apiKeyId,
    String spreadsheetId,
    Executor executor,
    RunState before,
    @Nullable String heldBy,
    FailureCode code) {

  static EndedRun of(Row row) {
    return new EndedRun(
        row.getUUID("id"),
        row.getUUID("api_key_id"),
        row.getString("spreadsheet_id"),
        Executor.valueOf(row.getString("executor")),
        RunState.ofCode(row.getShort("before")),
        row.getString("held_by"),
        FailureCode.valueOf(row.getString("failure_code")));
  }

  /** Whether something may still be at work that nobody wants any more. */
  boolean leavesWork() {
    return before == RunState.IMPORTING
        && (code == FailureCode.CANCELLED || code == FailureCode.WORKER_LOST);
  }

  /** Whether sheet-service has heard of the run, and so may have a staging tab of it. */
  boolean hasTab() {
    return !before.waiting();
  }
}
