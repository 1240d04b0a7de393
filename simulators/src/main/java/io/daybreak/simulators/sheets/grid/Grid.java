package io.daybreak.simulators.sheets.grid;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Rows and columns of one tab. A grid reserves its cells whether they are filled or not; memory is
 * taken only for rows up to the last that was filled.
 */
public final class Grid {

  private int rowCount;
  private int columnCount;
  private final List<Row> rows;

  public Grid(int rowCount, int columnCount) {
    this(rowCount, columnCount, new ArrayList<>());
  }

  private Grid(int rowCount, int columnCount, List<Row> rows) {
    this.rowCount = rowCount;
    this.columnCount = columnCount;
    this.rows = rows;
  }

  /** A grid that changes independently of this one; the rows are shared. */
  public Grid copy() {
    return new Grid(rowCount, columnCount, new ArrayList<>(rows));
  }

  public int rowCount() {
    return rowCount;
  }

  public int columnCount() {
    return columnCount;
  }

  /** Reserved cells, what Google's limit counts. */
  public long cells() {
    return (long) rowCount * columnCount;
  }

  public Area area() {
    return new Area(0, 0, rowCount, columnCount);
  }

  public Row row(int index) {
    return index < rows.size() ? rows.get(index) : Row.BLANK;
  }

  public void row(int index, Row row) {
    if (index >= rows.size()) {
      if (row == Row.BLANK) {
        return;
      }
      rows.addAll(Collections.nCopies(index + 1 - rows.size(), Row.BLANK));
    }
    rows.set(index, row);
  }

  /** Changes every row of an area. */
  public void change(int from, int to, UnaryOperator<Row> change) {
    for (int index = from; index < to; index++) {
      row(index, change.apply(row(index)));
    }
  }

  /** Changes every row that has been filled or formatted. */
  public void changeAll(UnaryOperator<Row> change) {
    rows.replaceAll(change);
  }

  /** The index after the last row with a value in it, 0 where there is none. */
  public int filledRows() {
    int filled = rows.size();
    while (filled > 0 && rows.get(filled - 1).width() == 0) {
      filled--;
    }
    return filled;
  }

  public void insertRows(int at, int count) {
    if (at < rows.size()) {
      rows.addAll(at, Collections.nCopies(count, Row.BLANK));
    }
    rowCount += count;
  }

  public void deleteRows(int from, int to) {
    if (from < rows.size()) {
      rows.subList(from, Math.min(to, rows.size())).clear();
    }
    rowCount -= to - from;
  }

  public void insertColumns(int at, int count) {
    rows.replaceAll(row -> row.withBlankColumns(at, count));
    columnCount += count;
  }

  public void deleteColumns(int from, int to) {
    rows.replaceAll(row -> row.withoutColumns(from, to));
    columnCount -= to - from;
  }
}
