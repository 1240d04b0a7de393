package io.daybreak.imports.run;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wish for runs, one for each set.
 *
 * @param lastDay last day to fetch, Asia/Seoul
 * @param batchDate date of the batch that asks, null for any other trigger
 * @param span which days before the last one
 * @param firstDay for {@link Span#RANGE} the first day to fetch, else null
 */
public record RunRequest(
    List<UUID> rawDataIds,
    RunTrigger trigger,
    LocalDate lastDay,
    @Nullable LocalDate batchDate,
    Span span,
    @Nullable LocalDate firstDay) {

  /** Which days a run fetches. */
  public enum Span {
    /** The history for a new set, else what can have changed since. */
    USUAL,
    /** From the first day that earlier runs had to leave out. */
    OPEN_DAYS,
    /** All days that the set ever had or should have, as far back as the platform keeps them. */
    EVERYTHING,
    /** From a day that a person named; other days stay as they are. */
    RANGE
  }

  /** The usual days. */
  public RunRequest(
      List<UUID> rawDataIds, RunTrigger trigger, LocalDate lastDay, @Nullable LocalDate batchDate) {
    this(rawDataIds, trigger, lastDay, batchDate, Span.USUAL, null);
  }
}
