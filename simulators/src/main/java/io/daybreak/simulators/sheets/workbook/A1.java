package io.daybreak.simulators.sheets.workbook;

import io.daybreak.simulators.sheets.grid.Area;
import java.util.regex.Pattern;

/** The notation of ranges in Google's answers: {@code 'Data Tab'!A1:C10}. */
public final class A1 {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");
  private static final Pattern LOOKS_LIKE_A_CELL =
      Pattern.compile("[A-Za-z]{1,3}[0-9]+|[Rr][0-9]*[Cc][0-9]*");

  private A1() {}

  /** Formats an area that is not empty. */
  public static String format(String title, Area area) {
    return quote(title) + "!" + cells(area);
  }

  /** The cells without the tab: {@code A1:C10}, {@code B2}. */
  public static String cells(Area area) {
    String first = column(area.left()) + (area.top() + 1);
    return area.rows() == 1 && area.columns() == 1
        ? first
        : first + ":" + column(area.right() - 1) + area.bottom();
  }

  /** Letters of a column counted from 0: {@code A}, {@code Z}, {@code AA}. */
  public static String column(int index) {
    StringBuilder letters = new StringBuilder();
    for (int rest = index; rest >= 0; rest = rest / 26 - 1) {
      letters.append((char) ('A' + rest % 26));
    }
    return letters.reverse().toString();
  }

  /** Number of a column from its letters, counted from 0. */
  public static int column(String letters) {
    int number = 0;
    for (int i = 0; i < letters.length(); i++) {
      number = number * 26 + Character.toUpperCase(letters.charAt(i)) - 'A' + 1;
    }
    return number - 1;
  }

  /** The title in quotes where Google quotes it: anything that is not a plain ASCII word. */
  public static String quote(String title) {
    boolean plain = PLAIN.matcher(title).matches() && !LOOKS_LIKE_A_CELL.matcher(title).matches();
    return plain ? title : "'" + title.replace("'", "''") + "'";
  }
}
