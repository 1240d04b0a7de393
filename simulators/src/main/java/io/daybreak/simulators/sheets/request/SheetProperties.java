package io.daybreak.simulators.sheets.request;

import org.jspecify.annotations.Nullable;

/** Google's SheetProperties as far as they matter here; looks are accepted and forgotten. */
record SheetProperties(
    @Nullable Integer sheetId,
    @Nullable String title,
    @Nullable Integer index,
    @Nullable Boolean hidden,
    @Nullable GridProperties gridProperties) {

  /** Google's GridProperties. */
  record GridProperties(
      @Nullable Integer rowCount,
      @Nullable Integer columnCount,
      @Nullable Integer frozenRowCount,
      @Nullable Integer frozenColumnCount) {

    int rowsOr(int otherwise) {
      return rowCount == null ? otherwise : rowCount;
    }

    int columnsOr(int otherwise) {
      return columnCount == null ? otherwise : columnCount;
    }

    int frozenRowsOr(int otherwise) {
      return frozenRowCount == null ? otherwise : frozenRowCount;
    }

    int frozenColumnsOr(int otherwise) {
      return frozenColumnCount == null ? otherwise : frozenColumnCount;
    }
  }

  GridProperties grid() {
    return gridProperties == null ? new GridProperties(null, null, null, null) : gridProperties;
  }
}
