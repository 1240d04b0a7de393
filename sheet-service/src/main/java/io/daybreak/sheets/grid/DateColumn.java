package io.daybreak.sheets.grid;

import io.daybreak.contracts.sheet.TabLayout;
import java.time.LocalDate;
import java.util.List;

/** The dates of a tab's rows, which decide what an update replaces. */
public final class DateColumn {

  private DateColumn() {}

  /**
   * How many rows lie before a day; the row after them is the first that an update replaces.
   *
   * @param values the date column's values below the header, as serial numbers
   * @throws io.daybreak.sheets.failure.FailureException with {@link TabChanged} if a value is no
   *     date, or the dates do not ascend
   */
  public static int rowsBefore(LocalDate day, List<Object> values) {
    double first = TypedRows.serial(day);
    double previous = Double.NEGATIVE_INFINITY;
    int before = 0;
    for (int i = 0; i < values.size(); i++) {
      if (!(values.get(i) instanceof Number number)) {
        throw changed(i, "has no date in the date column");
      }
      double serial = number.doubleValue();
      if (serial < previous) {
        throw changed(i, "has an earlier date than the row above it");
      }
      if (serial < first) {
        before = i + 1;
      }
      previous = serial;
    }
    return before;
  }

  private static RuntimeException changed(int index, String what) {
    return new TabChanged("Row %d of the tab %s".formatted(index + 1 + TabLayout.HEADER_ROWS, what))
        .toException();
  }
}
