package io.daybreak.imports.run;

import io.daybreak.contracts.run.FailureCode;
import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;

/**
 * A run that has just failed.
 *
 * @param before the state it failed in
 */
record EndedRun(
    UUID runId, UUID apiKeyId, String spreadsheetId, RunState before, FailureCode code) {

  static EndedRun of(Row row) {
    return new EndedRun(
        row.getUUID("id"),
        row.getUUID("api_key_id"),
        row.getString("spreadsheet_id"),
        RunState.ofCode(row.getShort("before")),
        FailureCode.valueOf(row.getString("failure_code")));
  }

  /** Whether sheet-service has heard of the run, and so may have a staging tab of it. */
  boolean hasTab() {
    return !before.waiting();
  }
}
