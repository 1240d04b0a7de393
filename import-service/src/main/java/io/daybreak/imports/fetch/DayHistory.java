package io.daybreak.imports.fetch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a set's days before a run.
 *
 * @param held what the tab holds of each day
 * @param doubts what NAVER answered before and was not believed
 */
record DayHistory(NavigableMap<LocalDate, Day> held, List<Doubt> doubts) {

  /**
   * The size of a day.
   *
   * @param impressions null for days that were fetched before sums were kept
   */
  record Day(long rows, @Nullable Long impressions) {

    /** Compares by impressions, by rows where only those are known of both. */
    double shareOf(Day whole) {
      boolean both = impressions != null && whole.impressions() != null;
      long part = both ? impressions : rows;
      long all = both ? whole.impressions() : whole.rows();
      return all == 0 ? 1 : (double) part / all;
    }
  }

  /**
   * An answer that was not believed.
   *
   * @param since when NAVER gave it for the first time
   */
  record Doubt(LocalDate day, Day answer, Instant since) {}
}
