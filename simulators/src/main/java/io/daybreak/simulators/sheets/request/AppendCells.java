package io.daybreak.simulators.sheets.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.grid.Area;
import io.daybreak.simulators.sheets.workbook.Drive;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import io.daybreak.simulators.sheets.workbook.Tab;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code appendCells}: after the last row with data, with new rows where they are needed. */
record AppendCells(int sheetId, @Nullable List<RowData> rows, @Nullable String fields)
    implements Request {

  @Override
  public @Nullable ObjectNode apply(Spreadsheet spreadsheet, Drive drive) {
    CellMask mask = new CellMask(fields, drive);
    Tab tab = spreadsheet.tab(sheetId);
    List<RowData> given = rows == null ? List.of() : rows;
    int first = tab.grid().filledRows();
    int missing = first + given.size() - tab.grid().rowCount();
    if (missing > 0) {
      Dimension.ROWS.insert(spreadsheet, tab, tab.grid().rowCount(), missing);
    }
    if (RowData.width(given) > 0) {
      tab.requireWithin(new Area(first, 0, first + given.size(), RowData.width(given)));
    }
    spreadsheet.requireEditable(
        tab, new Area(first, 0, first + given.size(), Math.max(1, RowData.width(given))));
    for (int index = 0; index < given.size(); index++) {
      UpdateCells.write(tab, first + index, 0, given.get(index).cells(), mask);
    }
    return null;
  }
}
