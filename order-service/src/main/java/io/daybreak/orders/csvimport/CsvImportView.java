package io.daybreak.orders.csvimport;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import, running or ended.
 *
 * @param state RUNNING, DONE or FAILED
 * @param reason of a failed one, a sentence
 * @param progress share of the file that was read, 0 to 1
 * @param badRows in a list of imports, none; else the first {@value #LISTED} bad rows; all of them
 *     are in the CSV to download
 */
public record CsvImportView(
    UUID id,
    String shop,
    String state,
    @Nullable String reason,
    double progress,
    long rowsRead,
    long rowsBad,
    long ordersNew,
    long ordersUpdated,
    long ordersUnchanged,
    Instant startedAt,
    @Nullable Instant finishedAt,
    List<BadRowView> badRows) {

  static final int LISTED = 100;

  /**
   * @param line number of the row's first line in the file, from 1
   */
  public record BadRowView(long line, String column, String reason) {}
}
