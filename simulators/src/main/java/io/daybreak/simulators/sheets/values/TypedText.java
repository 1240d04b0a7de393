package io.daybreak.simulators.sheets.values;

import io.daybreak.simulators.sheets.grid.CellValue;
import io.daybreak.simulators.sheets.values.Entry.NumberFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Sheets makes of a text that is typed into a cell ({@code USER_ENTERED}): formulas, numbers,
 * percentages, truth values and dates stop being text.
 */
final class TypedText {

  private static final Pattern NUMBER =
      Pattern.compile(
          "([-+]?)[$₩€]?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]*)(\\.[0-9]*)?([eE][-+]?[0-9]+)?(%?)");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("([0-9]{4})[-/.] ?([0-9]{1,2})[-/.] ?([0-9]{1,2})\\.?");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})");

  private TypedText() {}

  static Entry parse(String typed) {
    if (typed.isEmpty()) {
      return Entry.of(CellValue.BLANK);
    }
    if (typed.startsWith("'")) {
      return Entry.of(new CellValue.Text(typed.substring(1)));
    }
    if (typed.startsWith("=") && typed.length() > 1) {
      return Entry.of(new CellValue.Formula(typed));
    }
    if (typed.equalsIgnoreCase("true") || typed.equalsIgnoreCase("false")) {
      return Entry.of(new CellValue.Bool(Boolean.parseBoolean(typed)));
    }
    @Nullable Entry parsed = number(typed.strip());
    if (parsed == null) {
      parsed = date(typed.strip());
    }
    return parsed == null ? Entry.of(new CellValue.Text(typed)) : parsed;
  }

  private static @Nullable Entry number(String typed) {
    Matcher parts = NUMBER.matcher(typed);
    if (!parts.matches() || typed.chars().noneMatch(Character::isDigit)) {
      return null;
    }
    String digits =
        parts.group(1)
            + parts.group(2).replace(",", "")
            + (parts.group(3) == null ? "" : parts.group(3))
            + (parts.group(4) == null ? "" : parts.group(4));
    try {
      double number = Double.parseDouble(digits);
      if (parts.group(5).equals("%")) {
        return new Entry(new CellValue.Number(number / 100), new NumberFormat("PERCENT", "0%"));
      }
      return parts.group(2).contains(",")
          ? new Entry(new CellValue.Number(number), new NumberFormat("NUMBER", "#,##0"))
          : Entry.of(new CellValue.Number(number));
    } catch (NumberFormatException e) {
      return null; // "-." and its like
    }
  }

  private static @Nullable Entry date(String typed) {
    Matcher yearFirst = YEAR_FIRST.matcher(typed);
    if (yearFirst.matches()) {
      return date(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3), "yyyy-mm-dd");
    }
    Matcher monthFirst = MONTH_FIRST.matcher(typed);
    return monthFirst.matches()
        ? date(monthFirst.group(3), monthFirst.group(1), monthFirst.group(2), "m/d/yyyy")
        : null;
  }

  private static @Nullable Entry date(String year, String month, String day, String pattern) {
    try {
      LocalDate date =
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
      return new Entry(
          new CellValue.Number(SerialDate.of(date)), new NumberFormat("DATE", pattern));
    } catch (DateTimeException e) {
      return null; // The 30th of February stays text.
    }
  }
}
