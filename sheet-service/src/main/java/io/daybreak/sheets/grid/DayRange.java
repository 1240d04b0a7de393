package io.daybreak.sheets.grid;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The days whose rows a run replaces.
 *
 * @param from first day; null for no beginning
 * @param to last day; null for no end
 * @param except days in between whose rows stay
 */
public record DayRange(@Nullable LocalDate from, @Nullable LocalDate to, Set<LocalDate> except) {

  public DayRange {
    except = Set.copyOf(except);
  }

  public boolean has(LocalDate day) {
    return (from == null || !day.isBefore(from))
        && (to == null || !day.isAfter(to))
        && !except.contains(day);
  }
}
