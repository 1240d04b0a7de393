package io.daybreak.orders.csvimport;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import, running or ended.
 *
 * @param state RUNNING, DONE or FAILED
 * @param reason of a failed one, a sentence in English
 * @param reasonKorean the same in Korean
 * @param reasonCode the same for programs, with the facts of the sentence by name
 * @param encoding in which the file is read, by the name that people know; null before it is known
 * @param separator COMMA, SEMICOLON or TAB
 * @param progress share of the file that was read, 0 to 1
 * @param badRows in a list of imports, none; else the first {@value #LISTED} bad rows; all of them
 *     are in the CSV to download
 */
public record CsvImportView(
    UUID id,
    String shop,
    String state,
    @Nullable String reason,
    @Nullable String reasonKorean,
    @Nullable String reasonCode,
    Map<String, String> reasonValues,
    @Nullable String encoding,
    @Nullable String separator,
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
  public record BadRowView(
      long line,
      String column,
      String reason,
      String reasonKorean,
      String code,
      Map<String, String> values) {}
}
