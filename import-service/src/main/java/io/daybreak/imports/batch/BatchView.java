package io.daybreak.imports.batch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch.
 *
 * @param date Asia/Seoul
 * @param runsQueued runs it made with all keys, one a set
 * @param incomplete sets among those that succeeded whose newest run had to leave days out
 * @param setsSkipped sets that had a live run already
 * @param expectedEnd when its last key was expected to end, by the plan; null without any run
 * @param endedAt when its last run ended; null while one is live, and without any run
 */
public record BatchView(
    LocalDate date,
    String startedBy,
    Instant startedAt,
    int runsQueued,
    int setsSkipped,
    int succeeded,
    int failed,
    int incomplete,
    @Nullable Instant expectedEnd,
    @Nullable Instant endedAt,
    List<KeyView> keys) {

  /**
   * The share of one API key; those who share keys see theirs, operators all of them.
   *
   * @param name of the key
   * @param calls calls to NAVER by the plan
   * @param rows rows by the plan
   */
  public record KeyView(
      UUID apiKeyId,
      String name,
      int runs,
      int succeeded,
      int failed,
      int incomplete,
      long calls,
      long rows,
      Instant expectedEnd,
      @Nullable Instant endedAt) {}
}
