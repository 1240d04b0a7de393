package io.daybreak.imports.fetch;

import io.daybreak.imports.format.DaySums;
import io.daybreak.imports.format.DayTable;
import io.daybreak.imports.naver.NaverFailure;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What NAVER had of a day. */
sealed interface FetchedDay {

  LocalDate day();

  /** Everything that NAVER says it has. */
  record Read(DayTable table) implements FetchedDay {

    @Override
    public LocalDate day() {
      return table.day();
    }
  }

  /**
   * NAVER has not finished the day.
   *
   * @param why as people are told
   */
  record Late(LocalDate day, NaverFailure why) implements FetchedDay {}

  /** What a run did with a day. */
  enum Outcome {
    /** Its rows are in the tab. */
    READ,
    /** NAVER has not finished it; the tab keeps what it has of it. */
    LATE,
    /** What NAVER answered cannot be right; the tab keeps what it has of it. */
    DOUBTFUL
  }

  /**
   * A day in a run's ledger.
   *
   * @param sums what NAVER answered; null for a day that is late
   */
  record Entry(LocalDate day, Outcome outcome, @Nullable DaySums sums) {}
}
