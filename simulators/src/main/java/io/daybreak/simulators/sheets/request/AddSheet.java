package io.daybreak.simulators.sheets.request;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.grid.Grid;
import io.daybreak.simulators.sheets.refusal.Refusal;
import io.daybreak.simulators.sheets.workbook.Drive;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import io.daybreak.simulators.sheets.workbook.Tab;
import io.daybreak.simulators.sheets.workbook.TabProperties;
import org.jspecify.annotations.Nullable;

/** {@code addSheet}. */
record AddSheet(@Nullable SheetProperties properties) implements Request {

  @Override
  public ObjectNode apply(Spreadsheet spreadsheet, Drive drive) {
    ObjectNode reply = JsonNodeFactory.instance.objectNode();
    reply.set("properties", TabProperties.of(spreadsheet, add(spreadsheet)));
    return reply;
  }

  private Tab add(Spreadsheet spreadsheet) {
    if (properties == null) {
      return spreadsheet.add(null, null, new Grid(Tab.DEFAULT_ROWS, Tab.DEFAULT_COLUMNS), null);
    }
    SheetProperties.GridProperties asked = properties.grid();
    int rows = asked.rowsOr(Tab.DEFAULT_ROWS);
    int columns = asked.columnsOr(Tab.DEFAULT_COLUMNS);
    if (rows < 1 || columns < 1) {
      throw Refusal.invalid("A sheet must have at least one row and one column."); // [?]
    }
    Tab tab =
        spreadsheet.add(
            properties.sheetId(), properties.title(), new Grid(rows, columns), properties.index());
    tab.freeze(asked.frozenRowsOr(0), asked.frozenColumnsOr(0));
    spreadsheet.hide(tab, Boolean.TRUE.equals(properties.hidden()));
    return tab;
  }
}
