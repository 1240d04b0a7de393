package io.daybreak.sheets.grid;

import io.daybreak.contracts.sheet.TabLayout.CellType;
import io.daybreak.contracts.sheet.TabLayout.Column;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Turns texts into the values of a sheet: texts, numbers, and dates as serial numbers. */
public final class TypedRows {

  /**
   * Day 0 of a sheet's dates.
   *
   * @see <a href="https://developers.google.com/workspace/sheets/api/guides/formats">Date
   *     formats</a>
   */
  static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  private TypedRows() {}

  /**
   * @throws io.daybreak.sheets.failure.FailureException with {@link RowsMalformed}
   */
  public static List<List<Object>> of(List<List<String>> rows, List<Column> columns) {
    List<List<Object>> typed = new ArrayList<>(rows.size());
    for (List<String> row : rows) {
      if (row.size() != columns.size()) {
        throw new RowsMalformed(
                "a row has %d cells instead of %d".formatted(row.size(), columns.size()))
            .toException();
      }
      List<Object> values = new ArrayList<>(columns.size());
      for (int i = 0; i < columns.size(); i++) {
        values.add(value(row.get(i), columns.get(i)));
      }
      typed.add(values);
    }
    return typed;
  }

  /** The number a sheet keeps for a date. */
  public static long serial(LocalDate date) {
    return DAY_ZERO.until(date, ChronoUnit.DAYS);
  }

  /** The date of a number that a sheet keeps for one. */
  public static LocalDate day(long serial) {
    return DAY_ZERO.plusDays(serial);
  }

  private static Object value(String text, Column column) {
    if (text.isEmpty() || column.type() == CellType.TEXT) {
      return text;
    }
    try {
      return column.type() == CellType.DATE ? (Object) serial(LocalDate.parse(text)) : number(text);
    } catch (DateTimeException | NumberFormatException e) {
      throw new RowsMalformed(
              "a cell of the column %s is not a %s".formatted(column.header(), column.type()))
          .toException(e);
    }
  }

  private static Number number(String text) {
    BigDecimal number = new BigDecimal(text);
    return number.scale() == 0 && number.precision() < 19 ? number.longValue() : number;
  }
}
