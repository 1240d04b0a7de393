package io.daybreak.simulators.sheets.grid;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A row that never changes: what is past the end of its arrays is blank and has no format. Rows are
 * therefore shared between the tabs they are copied to, and between a spreadsheet and its draft.
 */
public final class Row {

  public static final Row BLANK = new Row(new long[0], new short[0]);

  private final long[] cells;
  private final short[] formats;

  private Row(long[] cells, short[] formats) {
    this.cells = cells;
    this.formats = formats;
  }

  /** The cell's code, see {@link CellCode}. */
  public long cell(int column) {
    return column < cells.length ? cells[column] : CellCode.BLANK;
  }

  /** Number of the cell's format, see {@link Formats}; 0 for none. */
  public short format(int column) {
    return column < formats.length ? formats[column] : 0;
  }

  /** Columns up to the last one that is not blank. */
  public int width() {
    return cells.length;
  }

  /** Columns up to the last one that has a format. */
  public int formattedWidth() {
    return formats.length;
  }

  /** A draft of a changed row. */
  public Draft change() {
    return new Draft(cells, formats);
  }

  /** The row with its values changed, this one where none does. */
  public Row map(LongUnaryOperator change) {
    @Nullable Draft draft = null;
    for (int column = 0; column < cells.length; column++) {
      long after = change.applyAsLong(cells[column]);
      if (after != cells[column]) {
        draft = draft == null ? change() : draft;
        draft.cell(column, after);
      }
    }
    return draft == null ? this : draft.row(this);
  }

  /** A blank row with the same formats. */
  public Row formatsOnly() {
    return formats.length == 0 ? BLANK : new Row(new long[0], formats);
  }

  Row withoutColumns(int from, int to) {
    if (from >= Math.max(cells.length, formats.length)) {
      return this;
    }
    Draft draft = new Draft(new long[0], new short[0]);
    for (int column = 0; column < Math.max(cells.length, formats.length); column++) {
      if (column < from || column >= to) {
        int target = column < from ? column : column - (to - from);
        draft.cell(target, cell(column)).format(target, format(column));
      }
    }
    return draft.row();
  }

  Row withBlankColumns(int at, int count) {
    if (at >= Math.max(cells.length, formats.length)) {
      return this;
    }
    Draft draft = new Draft(new long[0], new short[0]);
    for (int column = 0; column < Math.max(cells.length, formats.length); column++) {
      int target = column < at ? column : column + count;
      draft.cell(target, cell(column)).format(target, format(column));
    }
    return draft.row();
  }

  /** A row in the making. */
  public static final class Draft {

    private long[] cells;
    private short[] formats;

    private Draft(long[] cells, short[] formats) {
      this.cells = cells.clone();
      this.formats = formats.clone();
    }

    public Draft cell(int column, long code) {
      if (column >= cells.length && code != CellCode.BLANK) {
        int before = cells.length;
        cells = Arrays.copyOf(cells, column + 1);
        Arrays.fill(cells, before, column, CellCode.BLANK);
      }
      if (column < cells.length) {
        cells[column] = code;
      }
      return this;
    }

    public Draft format(int column, short format) {
      if (column >= formats.length && format != 0) {
        formats = Arrays.copyOf(formats, column + 1);
      }
      if (column < formats.length) {
        formats[column] = format;
      }
      return this;
    }

    public short format(int column) {
      return column < formats.length ? formats[column] : 0;
    }

    public Row row() {
      return row(BLANK);
    }

    /**
     * @param like a row, typically the one above, whose formats are shared where they are equal
     */
    public Row row(Row like) {
      int width = cells.length;
      while (width > 0 && cells[width - 1] == CellCode.BLANK) {
        width--;
      }
      int formatted = formats.length;
      while (formatted > 0 && formats[formatted - 1] == 0) {
        formatted--;
      }
      if (width == 0 && formatted == 0) {
        return Row.BLANK;
      }
      long[] kept = width == cells.length ? cells : Arrays.copyOf(cells, width);
      short[] keptFormats = Arrays.copyOf(formats, formatted);
      return new Row(kept, Arrays.equals(keptFormats, like.formats) ? like.formats : keptFormats);
    }
  }
}
