package io.daybreak.imports.rawdata;

import io.daybreak.imports.format.Format;
import io.daybreak.imports.status.RunStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A raw-data set with the state of its newest run. */
public record RawDataView(
    UUID id,
    String owner,
    UUID apiKeyId,
    String customerId,
    Format format,
    String spreadsheetId,
    @Nullable String templateSpreadsheetId,
    int historyDays,
    int updateDays,
    boolean scheduleEnabled,
    Instant createdAt,
    @Nullable RunStatus status) {

  static RawDataView of(RawDataSet set, @Nullable RunStatus status) {
    return new RawDataView(
        set.id,
        set.owner,
        set.apiKeyId,
        set.customerId,
        set.format,
        set.spreadsheetId,
        set.templateSpreadsheetId,
        set.historyDays,
        set.updateDays,
        set.scheduleEnabled,
        set.createdAt,
        status);
  }
}
