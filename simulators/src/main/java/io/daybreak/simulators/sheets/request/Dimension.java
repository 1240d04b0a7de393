package io.daybreak.simulators.sheets.request;

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

    @Override
    void insert(Spreadsheet spreadsheet, Tab tab, int at, int count) {
      spreadsheet.reserve((long) count * tab.grid().columnCount());
      tab.insertRows(at, count);
    }

    @Override
    void delete(Tab tab, int from, int to) {
      tab.deleteRows(from, to);
    }
  },
  COLUMNS("column") {
    @Override
    int size(Tab tab) {
      return tab.grid().columnCount();
    }

    @Override
    void insert(Spreadsheet spreadsheet, Tab tab, int at, int count) {
      spreadsheet.reserve((long) count * tab.grid().rowCount());
      tab.insertColumns(at, count);
    }

    @Override
    void delete(Tab tab, int from, int to) {
      tab.deleteColumns(from, to);
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

  abstract void insert(Spreadsheet spreadsheet, Tab tab, int at, int count);

  abstract void delete(Tab tab, int from, int to);

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
