package io.daybreak.simulators.sheets.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.grid.Area;
import io.daybreak.simulators.sheets.grid.Row;
import io.daybreak.simulators.sheets.refusal.Refusal;
import io.daybreak.simulators.sheets.workbook.Drive;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import io.daybreak.simulators.sheets.workbook.Tab;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code updateCells}: with a range, cells of it that no row covers are cleared. */
record UpdateCells(
    @Nullable List<RowData> rows,
    @Nullable String fields,
    @Nullable Coordinate start,
    @Nullable GridRange range)
    implements Request {

  /** Google's GridCoordinate. */
  record Coordinate(int sheetId, int rowIndex, int columnIndex) {}

  @Override
  public @Nullable ObjectNode apply(Spreadsheet spreadsheet, Drive drive) {
    CellMask mask = new CellMask(fields, drive);
    List<RowData> given = rows == null ? List.of() : rows;
    if (start != null) {
      fromStart(spreadsheet, spreadsheet.tab(start.sheetId()), start, given, mask);
    } else if (range != null) {
      inRange(spreadsheet, range.tab(spreadsheet), range, given, mask);
    } else {
      throw Refusal.invalid("Must specify either start or range."); // [?]
    }
    return null;
  }

  private static void fromStart(
      Spreadsheet spreadsheet, Tab tab, Coordinate start, List<RowData> rows, CellMask mask) {
    int width = RowData.width(rows);
    if (rows.isEmpty() || width == 0) {
      return;
    }
    Area area =
        new Area(
            start.rowIndex(),
            start.columnIndex(),
            start.rowIndex() + rows.size(),
            start.columnIndex() + width);
    tab.requireWithin(area);
    spreadsheet.requireEditable(tab, area);
    CellObjects objects = new CellObjects(spreadsheet, mask.fields());
    for (int index = 0; index < rows.size(); index++) {
      List<JsonNode> cells = rows.get(index).cells();
      write(tab, start.rowIndex() + index, start.columnIndex(), cells, mask);
      for (int column = 0; column < cells.size(); column++) {
        objects.apply(
            tab, start.rowIndex() + index, start.columnIndex() + column, cells.get(column));
      }
    }
  }

  private static void inRange(
      Spreadsheet spreadsheet, Tab tab, GridRange range, List<RowData> rows, CellMask mask) {
    Area area = range.within(tab);
    if (rows.size() > area.rows()) {
      throw Refusal.invalid( // [?]
          "Attempting to write row: %d, beyond the last requested row of: %d"
              .formatted(area.top() + rows.size() - 1, area.bottom() - 1));
    }
    if (RowData.width(rows) > area.columns()) {
      throw Refusal.invalid( // [?]
          "Attempting to write column: %d, beyond the last requested column of: %d"
              .formatted(area.left() + RowData.width(rows) - 1, area.right() - 1));
    }
    spreadsheet.requireEditable(tab, area);
    CellObjects objects = new CellObjects(spreadsheet, mask.fields());
    JsonNode nothing = JsonNodeFactory.instance.objectNode();
    for (int index = 0; index < area.rows(); index++) {
      List<JsonNode> cells = index < rows.size() ? rows.get(index).cells() : List.of();
      Row.Draft draft = tab.grid().row(area.top() + index).change();
      for (int column = 0; column < area.columns(); column++) {
        JsonNode cell = column < cells.size() ? cells.get(column) : nothing;
        mask.apply(cell, draft, area.left() + column);
        objects.apply(tab, area.top() + index, area.left() + column, cell);
      }
      tab.grid().row(area.top() + index, draft.row());
    }
  }

  static void write(Tab tab, int index, int left, List<JsonNode> cells, CellMask mask) {
    Row.Draft draft = tab.grid().row(index).change();
    for (int column = 0; column < cells.size(); column++) {
      mask.apply(cells.get(column), draft, left + column);
    }
    tab.grid().row(index, draft.row());
  }
}
