package io.daybreak.simulators.sheets.grid;

/** A rectangle of cells, counted from 0, the ends not included. */
public record Area(int top, int left, int bottom, int right) {

  public int rows() {
    return bottom - top;
  }

  public int columns() {
    return right - left;
  }

  public boolean isEmpty() {
    return rows() <= 0 || columns() <= 0;
  }

  public boolean contains(Area other) {
    return top <= other.top && left <= other.left && bottom >= other.bottom && right >= other.right;
  }

  public boolean overlaps(Area other) {
    return top < other.bottom && other.top < bottom && left < other.right && other.left < right;
  }

  /** The same rectangle elsewhere. */
  public Area moved(int rows, int columns) {
    return new Area(top + rows, left + columns, bottom + rows, right + columns);
  }

  /** What is left of the rectangle when rows are cut out of the grid. */
  public Area withoutRows(int from, int to) {
    return new Area(position(top, from, to), left, position(bottom, from, to), right);
  }

  /** What is left of the rectangle when columns are cut out of the grid. */
  public Area withoutColumns(int from, int to) {
    return new Area(top, position(left, from, to), bottom, position(right, from, to));
  }

  /** Where the rectangle is when rows are put in before a row of the grid. */
  public Area withRows(int at, int count) {
    return new Area(
        top >= at ? top + count : top, left, bottom > at ? bottom + count : bottom, right);
  }

  /** Where the rectangle is when columns are put in before a column of the grid. */
  public Area withColumns(int at, int count) {
    return new Area(
        top, left >= at ? left + count : left, bottom, right > at ? right + count : right);
  }

  private static int position(int index, int from, int to) {
    return index <= from ? index : index >= to ? index - (to - from) : from;
  }
}
