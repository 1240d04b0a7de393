package io.daybreak.sheets.grid;

/**
 * A rectangle of a tab, in A1 notation. The title is always quoted, which Google accepts for every
 * title and needs for most.
 *
 * @param fromRow first row, from 0
 * @param toRow after the last row
 * @param fromColumn first column, from 0
 * @param toColumn after the last column
 */
public record CellRange(String title, int fromRow, int toRow, int fromColumn, int toColumn) {

  public String a1() {
    return "'%s'!%s%d:%s%d"
        .formatted(
            title.replace("'", "''"),
            letters(fromColumn),
            fromRow + 1,
            letters(toColumn - 1),
            toRow);
  }

  public long cells() {
    return (long) (toRow - fromRow) * (toColumn - fromColumn);
  }

  /** A, B, … Z, AA, AB, … */
  public static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      letters.insert(0, (char) ('A' + rest % 26));
    }
    return letters.toString();
  }
}
