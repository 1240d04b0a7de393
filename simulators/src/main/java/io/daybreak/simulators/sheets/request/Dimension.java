package io.daybreak.simulators.sheets.request;

import io.daybreak.simulators.sheets.grid.Area;
import io.daybreak.simulators.sheets.refusal.Refusal;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import io.daybreak.simulators.sheets.workbook.Tab;
import org.jspecify.annotations.Nullable;

/** Rows or columns. */
enum Dimension {
  ROWS("row") {
    @Override
    int size(Tab tab) {
      return tab.grid().rowCount();
    }
  },
  COLUMNS("column") {
    @Override
    int size(Tab tab) {
      return tab.grid().columnCount();
    }
  };

  private final String word;

  Dimension(String word) {
    this.word = word;
  }

  /** Its name in Google's refusals: row, column. */
  String word() {
    return word;
  }

  abstract int size(Tab tab);

  /** The area of so many rows or columns of a tab. */
  Area area(Tab tab, int from, int to) {
    return this == ROWS
        ? new Area(from, 0, to, tab.grid().columnCount())
        : new Area(0, from, tab.grid().rowCount(), to);
  }

  void insert(Spreadsheet spreadsheet, Tab tab, int at, int count) {
    spreadsheet.insert(tab, this == ROWS, at, count);
  }

  void delete(Spreadsheet spreadsheet, Tab tab, int from, int to) {
    spreadsheet.requireEditable(tab, area(tab, from, to));
    spreadsheet.delete(tab, this == ROWS, from, to);
  }

  /** Google's DimensionRange. */
  record Range(
      int sheetId,
      @Nullable Dimension dimension,
      @Nullable Integer startIndex,
      @Nullable Integer endIndex) {

    Dimension required() {
      if (dimension == null) {
        throw Refusal.invalid("No dimension specified."); // [?]
      }
      return dimension;
    }

    int start() {
      return startIndex == null ? 0 : startIndex;
    }

    int end(Tab tab) {
      return endIndex == null ? required().size(tab) : endIndex;
    }
  }
}
