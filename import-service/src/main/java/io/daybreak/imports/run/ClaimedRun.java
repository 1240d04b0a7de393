package io.daybreak.imports.run;

import io.daybreak.imports.format.Format;
import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run that belongs to exactly one worker: what it has to fetch and where the rows go.
 *
 * @param from first day, Asia/Seoul
 * @param to last day, included
 */
public record ClaimedRun(
    UUID runId,
    UUID rawDataId,
    UUID apiKeyId,
    String customerId,
    Format format,
    String spreadsheetId,
    @Nullable String templateSpreadsheetId,
    LocalDate from,
    LocalDate to,
    RunKind kind) {

  static ClaimedRun of(Row row) {
    return new ClaimedRun(
        row.getUUID("id"),
        row.getUUID("raw_data_id"),
        row.getUUID("api_key_id"),
        row.getString("customer_id"),
        Format.valueOf(row.getString("format")),
        row.getString("spreadsheet_id"),
        row.getString("template_spreadsheet_id"),
        row.getLocalDate("first_day"),
        row.getLocalDate("last_day"),
        RunKind.valueOf(row.getString("kind")));
  }
}
