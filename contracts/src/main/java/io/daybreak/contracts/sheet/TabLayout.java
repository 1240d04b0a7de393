package io.daybreak.contracts.sheet;

import java.util.List;

/**
 * What a tab looks like.
 *
 * @param title title that the tab gets when it is made, at most 100 characters; it also finds a tab
 *     whose id nobody knows yet
 * @param notice text of row 1, one merged cell over all columns
 * @param columns row 2 and the type of each column's cells, in order
 */
public record TabLayout(String title, String notice, List<Column> columns) {

  /** Rows above the data: the notice and the header. */
  public static final int HEADER_ROWS = 2;

  public TabLayout {
    columns = List.copyOf(columns);
  }

  /**
   * @param header text of the header cell
   * @param type how the column's cells are written
   */
  public record Column(String header, CellType type) {}

  /**
   * How a cell's text in a {@link RowBlock} becomes a value of the sheet. An empty text is an empty
   * cell for every type.
   */
  public enum CellType {
    /** Text, exactly as it is; never a formula, a number or a date. */
    TEXT,
    /** A whole or decimal number in plain notation with a point. */
    NUMBER,
    /** An ISO 8601 date, {@code 2026-11-20}. */
    DATE
  }
}
