package io.daybreak.simulators.sheets.request;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.grid.Area;
import io.daybreak.simulators.sheets.refusal.Refusal;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import io.daybreak.simulators.sheets.workbook.Tab;
import org.jspecify.annotations.Nullable;

/** Google's GridRange: counted from 0, ends not included; what is absent is unbounded. */
record GridRange(
    int sheetId,
    @Nullable Integer startRowIndex,
    @Nullable Integer endRowIndex,
    @Nullable Integer startColumnIndex,
    @Nullable Integer endColumnIndex) {

  Tab tab(Spreadsheet spreadsheet) {
    return spreadsheet.tab(sheetId);
  }

  /** The area within the tab's grid; a range that reaches beyond it is refused. */
  Area within(Tab tab) {
    Area area = unchecked(tab);
    if (area.isEmpty()) {
      throw Refusal.invalid("Range must not be empty."); // [?]
    }
    tab.requireWithin(area);
    return area;
  }

  /** The area, which may reach beyond the grid. */
  Area unchecked(Tab tab) {
    return new Area(
        or(startRowIndex, 0),
        or(startColumnIndex, 0),
        or(endRowIndex, tab.grid().rowCount()),
        or(endColumnIndex, tab.grid().columnCount()));
  }

  /** An area as Google shows it. */
  static ObjectNode of(Tab tab, Area area) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("sheetId", tab.id())
        .put("startRowIndex", area.top())
        .put("endRowIndex", area.bottom())
        .put("startColumnIndex", area.left())
        .put("endColumnIndex", area.right());
  }

  private static int or(@Nullable Integer index, int otherwise) {
    return index == null ? otherwise : index;
  }
}
