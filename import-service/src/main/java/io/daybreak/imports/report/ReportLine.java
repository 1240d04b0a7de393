package io.daybreak.imports.report;

import io.daybreak.imports.naver.NaverException;
import io.daybreak.imports.naver.NaverFailure.ReportMalformed;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;

/**
 * A line of a report: tab-separated, nothing escaped, no header above it. Strict about what is
 * read, indifferent to columns that NAVER has appended.
 */
final class ReportLine {

  private static final int DATE = 0;

  private final ReportOrder order;
  private final long number;
  private final String[] cells;

  /**
   * @param number line of the report, from 1
   * @throws NaverException if columns are missing or the line is of another day
   */
  ReportLine(ReportOrder order, long number, String line) {
    this.order = order;
    this.number = number;
    this.cells = line.split("\t", -1);
    int expected = order.type().columns();
    if (cells.length < expected) {
      throw malformed("has %d columns where at least %d belong".formatted(cells.length, expected));
    }
    if (!cells[DATE].equals(DateTimeFormatter.BASIC_ISO_DATE.format(order.day()))) {
      throw malformed("is not of this day");
    }
  }

  String text(int column) {
    return cells[column];
  }

  long count(int column) {
    try {
      return Long.parseLong(cells[column]);
    } catch (NumberFormatException e) {
      throw malformed("has no whole number in column " + (column + 1));
    }
  }

  /** Exact: up to 2026-03-29 NAVER writes decimals, whole numbers since. */
  BigDecimal amount(int column) {
    try {
      return new BigDecimal(cells[column]);
    } catch (NumberFormatException e) {
      throw malformed("has no number in column " + (column + 1));
    }
  }

  int hour(int column) {
    long hour = count(column);
    if (hour < 0 || hour > 23) {
      throw malformed("has no hour from 0 to 23 in column " + (column + 1));
    }
    return (int) hour;
  }

  /** A mark of one letter, {@code P} or {@code M}. */
  char mark(int column) {
    if (cells[column].length() != 1) {
      throw malformed("has no mark of one letter in column " + (column + 1));
    }
    return cells[column].charAt(0);
  }

  private NaverException malformed(String problem) {
    return new NaverException(
        new ReportMalformed(order.type().name(), order.day(), number, problem));
  }
}
