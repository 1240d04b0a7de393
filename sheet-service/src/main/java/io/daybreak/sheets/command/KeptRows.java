package io.daybreak.sheets.command;

import io.daybreak.contracts.sheet.ChangedDay;
import io.daybreak.contracts.sheet.TabFinished;
import io.daybreak.sheets.grid.DatedRows;
import io.daybreak.sheets.grid.DayRange;
import io.daybreak.sheets.grid.RowPlan;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The days that a run leaves in the tab, beside what was once written of them. */
record KeptRows(Map<LocalDate, Long> found, Map<LocalDate, Long> written, DayRange range) {

  /**
   * @param written rows that were written of each day; empty where that is not known
   */
  static KeptRows of(DatedRows rows, Map<LocalDate, Long> written, DayRange range) {
    return new KeptRows(RowPlan.keptPerDay(rows, range), written, range);
  }

  long count() {
    return found.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Days whose rows people have changed in number, oldest first. */
  List<ChangedDay> changed() {
    TreeMap<LocalDate, Long> days = new TreeMap<>(written);
    days.keySet().removeIf(range::has);
    return days.entrySet().stream()
        .map(
            day ->
                new ChangedDay(day.getKey(), day.getValue(), found.getOrDefault(day.getKey(), 0L)))
        .filter(day -> day.found() != day.written())
        .limit(TabFinished.MOST_CHANGED_DAYS)
        .toList();
  }

  /**
   * The first day that lacks rows and can be fetched again. Days before the oldest that the tab has
   * are not asked for: somebody has cut them off to keep the tab small.
   *
   * @param earliest the first day that can be fetched
   * @param rows all rows of the tab
   */
  Optional<LocalDate> lacking(@Nullable LocalDate earliest, DatedRows rows) {
    if (earliest == null) {
      return Optional.empty();
    }
    Optional<LocalDate> oldest = rows.perDay().keySet().stream().findFirst();
    if (oldest.isEmpty()) {
      return written.isEmpty() ? Optional.empty() : Optional.of(earliest);
    }
    return changed().stream()
        .filter(day -> day.found() < day.written())
        .map(ChangedDay::day)
        .filter(day -> !day.isBefore(earliest) && !day.isBefore(oldest.get()))
        .findFirst();
  }
}
