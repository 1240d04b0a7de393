package io.daybreak.sheets.grid;

/**
 * A rectangle of a tab, counted from 0, the ends not included; {@link #OPEN} for an end that is not
 * bounded.
 */
public record Area(int fromRow, int toRow, int fromColumn, int toColumn) {

  public static final int OPEN = Integer.MAX_VALUE;

  public boolean overlaps(Area other) {
    return fromRow < other.toRow
        && other.fromRow < toRow
        && fromColumn < other.toColumn
        && other.fromColumn < toColumn;
  }

  public boolean contains(Area other) {
    return fromRow <= other.fromRow
        && toRow >= other.toRow
        && fromColumn <= other.fromColumn
        && toColumn >= other.toColumn;
  }

  /** As people write it, without the tab: {@code A2:C40}, {@code A:C}. */
  public String a1() {
    String from = CellRange.letters(fromColumn);
    String to = toColumn == OPEN ? "" : CellRange.letters(toColumn - 1);
    if (fromRow == 0 && toRow == OPEN) {
      return toColumn == OPEN ? "all" : from + ":" + to;
    }
    return "%s%d:%s%s".formatted(from, fromRow + 1, to, toRow == OPEN ? "" : toRow);
  }
}
