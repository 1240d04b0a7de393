package io.daybreak.simulators.sheets.workbook;

import org.jspecify.annotations.Nullable;

/**
 * A reference in a formula: {@code A1}, {@code $B$2:C}, {@code 3:5}, {@code 'Data Tab'!H3:H}.
 *
 * @param title of the tab it names, null for the formula's own
 * @param last null for a single cell
 */
public record Reference(@Nullable String title, End first, @Nullable End last) {

  /** An index that is not stated. */
  static final int NONE = -1;

  /**
   * One end of a reference; rows and columns are counted from 0.
   *
   * @param column {@link #NONE} in {@code 3:5}
   * @param row {@link #NONE} in {@code A:B}
   */
  public record End(int column, boolean columnFixed, int row, boolean rowFixed) {

    @Override
    public String toString() {
      return (column == NONE ? "" : (columnFixed ? "$" : "") + A1.column(column))
          + (row == NONE ? "" : (rowFixed ? "$" : "") + (row + 1));
    }

    private End at(boolean rows, int index) {
      return rows
          ? new End(column, columnFixed, index, rowFixed)
          : new End(index, columnFixed, row, rowFixed);
    }

    private int index(boolean rows) {
      return rows ? row : column;
    }
  }

  private End end() {
    return last == null ? first : last;
  }

  /** The first row or column. */
  public int start(boolean rows) {
    return Math.max(0, first.index(rows));
  }

  /** The row or column after the last, {@link Shift#OPEN} where the reference is open. */
  public int end(boolean rows) {
    int index = end().index(rows);
    return index == NONE ? Shift.OPEN : index + 1;
  }

  /** The reference after rows or columns of its tab moved; null where nothing is left of it. */
  @Nullable Reference moved(Shift shift) {
    int start = start(shift.rows());
    int end = end(shift.rows());
    if (first.index(shift.rows()) == NONE && end == Shift.OPEN) {
      return this;
    }
    if (shift.cutsAll(start, end)) {
      return null;
    }
    End from =
        first.index(shift.rows()) == NONE ? first : first.at(shift.rows(), shift.start(start));
    if (last == null) {
      return new Reference(title, from, null);
    }
    End to = end == Shift.OPEN ? last : last.at(shift.rows(), shift.end(end) - 1);
    return new Reference(title, from, to);
  }

  /** What a pasted formula refers to: only what is not fixed moves; null beyond the grid's edge. */
  public @Nullable Reference pasted(int rows, int columns) {
    End from = pasted(first, rows, columns);
    End to = last == null ? null : pasted(last, rows, columns);
    return from == null || last != null && to == null ? null : new Reference(title, from, to);
  }

  private static @Nullable End pasted(End end, int rows, int columns) {
    int row = end.row() == NONE || end.rowFixed() ? end.row() : end.row() + rows;
    int column = end.column() == NONE || end.columnFixed() ? end.column() : end.column() + columns;
    boolean beyond = end.row() != NONE && row < 0 || end.column() != NONE && column < 0;
    return beyond ? null : new End(column, end.columnFixed(), row, end.rowFixed());
  }

  /** The same cells of a tab that is called otherwise. */
  public Reference in(@Nullable String newTitle) {
    return new Reference(newTitle, first, last);
  }

  @Override
  public String toString() {
    return (title == null ? "" : A1.quote(title) + "!") + first + (last == null ? "" : ":" + last);
  }
}
