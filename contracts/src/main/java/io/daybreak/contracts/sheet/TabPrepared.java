package io.daybreak.contracts.sheet;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The spreadsheet is reachable and has room: rows may come.
 *
 * @param fetchFrom first day to fetch instead of the one in {@link PrepareTab}, because the tab is
 *     gone or lacks rows that were written; never before {@link PrepareTab#earliestDay()}, and null
 *     where the days stay as they were
 */
public record TabPrepared(UUID runId, @Nullable LocalDate fetchFrom) implements SheetEvent {

  /** The days stay as the command said. */
  public TabPrepared(UUID runId) {
    this(runId, null);
  }
}
