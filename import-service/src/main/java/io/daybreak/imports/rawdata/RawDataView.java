package io.daybreak.imports.rawdata;

import io.daybreak.imports.format.Format;
import io.daybreak.imports.status.RunStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A raw-data set with the state of its newest run.
 *
 * @param owner the person who made it
 * @param organisationId whose it is
 * @param title of its tab
 * @param accountName as people call the ad account
 * @param tabId Google's id of the tab, as in {@code #gid=}; null before the first run that
 *     succeeded
 */
public record RawDataView(
    UUID id,
    String owner,
    UUID organisationId,
    UUID apiKeyId,
    String customerId,
    String accountName,
    Format format,
    String title,
    String spreadsheetId,
    @Nullable Integer tabId,
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
        set.organisationId,
        set.apiKeyId,
        set.customerId,
        set.accountName,
        set.format,
        set.format.title(Long.parseLong(set.customerId)),
        set.spreadsheetId,
        set.tabId,
        set.templateSpreadsheetId,
        set.historyDays,
        set.updateDays,
        set.scheduleEnabled,
        set.createdAt,
        status);
  }
}
