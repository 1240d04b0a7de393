package io.daybreak.sheets.cells;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;

/**
 * A spreadsheet that an organisation may use.
 *
 * @param how CODE if a person put the code into it, OPERATOR if an operator entered it
 */
public record Binding(
    UUID organisationId, String spreadsheetId, String provedBy, String how, Instant provedAt) {

  static Binding of(Row row) {
    return new Binding(
        row.getUUID("organisation_id"),
        row.getString("spreadsheet_id"),
        row.getString("proved_by"),
        row.getString("how"),
        row.getOffsetDateTime("proved_at").toInstant());
  }
}
