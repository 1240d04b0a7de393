package io.daybreak.simulators.sheets.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.grid.Area;
import io.daybreak.simulators.sheets.grid.Row;
import io.daybreak.simulators.sheets.workbook.Drive;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import io.daybreak.simulators.sheets.workbook.Tab;
import org.jspecify.annotations.Nullable;

/** {@code repeatCell}: every cell of the range becomes like one. */
record RepeatCell(GridRange range, @Nullable JsonNode cell, @Nullable String fields)
    implements Request {

  @Override
  public @Nullable ObjectNode apply(Spreadsheet spreadsheet, Drive drive) {
    CellMask mask = new CellMask(fields, drive);
    JsonNode like = cell == null ? JsonNodeFactory.instance.objectNode() : cell;
    Tab tab = range.tab(spreadsheet);
    Area area = range.within(tab);
    spreadsheet.requireEditable(tab, area);
    CellObjects objects = new CellObjects(spreadsheet, mask.fields());
    Row above = Row.BLANK;
    for (int index = area.top(); index < area.bottom(); index++) {
      Row.Draft draft = tab.grid().row(index).change();
      for (int column = area.left(); column < area.right(); column++) {
        mask.apply(like, draft, column);
        objects.apply(tab, index, column, like);
      }
      above = draft.row(above);
      tab.grid().row(index, above);
    }
    return null;
  }
}
