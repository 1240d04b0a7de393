package io.daybreak.imports.format;

import java.time.LocalDate;

/** A day has more distinct rows than one import may hold in memory. */
public class DayTooLargeException extends RuntimeException {

  private final LocalDate day;
  private final int limit;

  public DayTooLargeException(LocalDate day, int limit) {
    super("%s has more than %d rows".formatted(day, limit));
    this.day = day;
    this.limit = limit;
  }

  public LocalDate day() {
    return day;
  }

  /** Rows that would have been allowed. */
  public int limit() {
    return limit;
  }
}
