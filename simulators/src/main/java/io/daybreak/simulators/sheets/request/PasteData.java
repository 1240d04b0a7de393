package io.daybreak.simulators.sheets.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.grid.Area;
import io.daybreak.simulators.sheets.grid.Row;
import io.daybreak.simulators.sheets.refusal.Refusal;
import io.daybreak.simulators.sheets.values.FilteredRows;
import io.daybreak.simulators.sheets.values.TypedValue;
import io.daybreak.simulators.sheets.workbook.Drive;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import io.daybreak.simulators.sheets.workbook.Tab;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code pasteData} of text with a delimiter. Rows that a filter hides are passed over, as was
 * reported of Google: the values land in the next visible rows.
 */
record PasteData(
    UpdateCells.Coordinate coordinate, @Nullable String data, @Nullable String delimiter)
    implements Request {

  @Override
  public @Nullable ObjectNode apply(Spreadsheet spreadsheet, Drive drive) {
    if (data == null || delimiter == null || delimiter.isEmpty()) {
      throw Refusal.of(
          Refusal.Status.UNIMPLEMENTED, "The simulator pastes only text with a delimiter");
    }
    Tab tab = spreadsheet.tab(coordinate.sheetId());
    BitSet hidden = new FilteredRows(drive).of(spreadsheet, tab);
    List<String> lines = List.of(data.split("\n", -1));
    int target = coordinate.rowIndex();
    for (String line : lines) {
      target = hidden.nextClearBit(target);
      String[] cells = line.split(Pattern.quote(delimiter), -1);
      Area area =
          new Area(
              target,
              coordinate.columnIndex(),
              target + 1,
              coordinate.columnIndex() + cells.length);
      tab.requireWithin(area);
      spreadsheet.requireEditable(tab, area);
      Row.Draft draft = tab.grid().row(target).change();
      for (int column = 0; column < cells.length; column++) {
        draft.cell(area.left() + column, drive.codes().encode(TypedValue.of(cells[column])));
      }
      tab.grid().row(target, draft.row());
      target++;
    }
    return null;
  }
}
