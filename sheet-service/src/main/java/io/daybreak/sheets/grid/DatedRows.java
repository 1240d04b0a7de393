package io.daybreak.sheets.grid;

import io.daybreak.contracts.sheet.TabLayout;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a tab below its header, told apart by their dates wherever they stand. A row with a
 * date is ours; one without is somebody else's, or empty. Takes four bytes a row.
 */
public final class DatedRows {

  /** A row without anything in the columns that were read. */
  private static final int EMPTY = Integer.MIN_VALUE;

  /** A row that is not ours. */
  private static final int FOREIGN = Integer.MIN_VALUE + 1;

  /** From 2000 to 2099, as serial numbers; other numbers in the date column are no dates. */
  private static final int FIRST_SERIAL = 36_526;

  private static final int LAST_SERIAL = 73_050;

  private final int[] days;
  private final int count;

  private DatedRows(int[] days, int count) {
    this.days = days;
    this.count = count;
  }

  /** Rows of one day each, then empty ones. */
  static DatedRows contiguous(int older, LocalDate olderDay, int newer, LocalDate newerDay) {
    int[] days = new int[older + newer];
    Arrays.fill(days, 0, older, Math.toIntExact(TypedRows.serial(olderDay)));
    Arrays.fill(days, older, older + newer, Math.toIntExact(TypedRows.serial(newerDay)));
    return new DatedRows(days, days.length);
  }

  /** Rows up to the last that has something in it. */
  public int size() {
    return count;
  }

  boolean dated(int index) {
    return days[index] > FOREIGN;
  }

  boolean empty(int index) {
    return index >= count || days[index] == EMPTY;
  }

  /** The day of a row with a date, as a serial number. */
  int serial(int index) {
    return days[index];
  }

  /** Rows of each day. */
  public Map<LocalDate, Long> perDay() {
    Map<LocalDate, Long> rows = new TreeMap<>();
    for (int index = 0; index < count; index++) {
      if (dated(index)) {
        rows.merge(TypedRows.DAY_ZERO.plusDays(days[index]), 1L, Long::sum);
      }
    }
    return rows;
  }

  /** Takes rows as they are read, from the first below the header on. */
  public static final class Reader {

    /** A date that was typed as text, or became one; {@code 2026-11-01}, {@code 2026. 11. 1}. */
    private static final Pattern DATE_AS_TEXT =
        Pattern.compile(
            "\\s*\\d{4}\\s*[-./년]\\s*\\d{1,2}\\s*[-./월]\\s*\\d{1,2}.*|\\s*20\\d{6}\\s*");

    private final int dateColumn;
    private final List<Integer> dateless = new ArrayList<>();
    private int[] days = new int[256];
    private int count;
    private int lastDated = -1;
    private int lastFilled = -1;
    private int badText = -1;
    private String text = "";

    /**
     * @param dateColumn index of the date column, to name cells
     */
    public Reader(int dateColumn) {
      this.dateColumn = dateColumn;
    }

    /**
     * The next row.
     *
     * @param date a number, a text, another value, or null for an empty cell
     * @param neighbour the cell next to it, which every row of ours fills
     */
    public void add(@Nullable Object date, @Nullable Object neighbour) {
      if (count == days.length) {
        days = Arrays.copyOf(days, count * 2);
      }
      days[count] = kind(date, neighbour);
      if (days[count] > FOREIGN) {
        lastDated = count;
      }
      if (days[count] != EMPTY) {
        lastFilled = count;
      }
      count++;
    }

    private int kind(@Nullable Object date, @Nullable Object neighbour) {
      if (date instanceof Number number
          && number.doubleValue() >= FIRST_SERIAL
          && number.doubleValue() < LAST_SERIAL + 1) {
        return (int) number.doubleValue();
      }
      if (date instanceof String typed && DATE_AS_TEXT.matcher(typed).matches() && badText < 0) {
        badText = count;
        text = typed;
      }
      if (date != null && !"".equals(date)) {
        return FOREIGN;
      }
      if (neighbour == null || "".equals(neighbour)) {
        return EMPTY;
      }
      dateless.add(count);
      return FOREIGN;
    }

    /**
     * All rows were added.
     *
     * @param title the tab's title, for the words of a refusal
     * @throws io.daybreak.sheets.failure.FailureException with {@link TabChanged} if a row among
     *     ours has lost its date, or has it as a text: it would be doubled
     */
    public DatedRows end(String title) {
      if (badText >= 0) {
        throw TabChanged.date(title, dateColumn, TabLayout.HEADER_ROWS + badText, text)
            .toException();
      }
      for (int index : dateless) {
        if (index < lastDated) {
          throw TabChanged.date(title, dateColumn, TabLayout.HEADER_ROWS + index, "").toException();
        }
      }
      return new DatedRows(days, lastFilled + 1);
    }
  }
}
