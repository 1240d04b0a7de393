package io.daybreak.simulators.sheets.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.grid.Area;
import io.daybreak.simulators.sheets.grid.CellValue;
import io.daybreak.simulators.sheets.grid.Row;
import io.daybreak.simulators.sheets.refusal.Refusal;
import io.daybreak.simulators.sheets.values.Calculation;
import io.daybreak.simulators.sheets.workbook.Drive;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import io.daybreak.simulators.sheets.workbook.Tab;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code sortRange}: numbers before texts before truth values, blanks always last. */
record SortRange(GridRange range, @Nullable List<JsonNode> sortSpecs) implements Request {

  @Override
  public @Nullable ObjectNode apply(Spreadsheet spreadsheet, Drive drive) {
    if (sortSpecs == null || sortSpecs.isEmpty()) {
      throw Refusal.invalid("Must specify at least one sort spec."); // [?]
    }
    Tab tab = range.tab(spreadsheet);
    Area area = range.within(tab);
    spreadsheet.requireEditable(tab, area);
    Calculation calculation = new Calculation(spreadsheet, drive.codes());
    List<Row> rows = new ArrayList<>();
    for (int index = area.top(); index < area.bottom(); index++) {
      rows.add(tab.grid().row(index));
    }
    Comparator<Row> order = (a, b) -> 0;
    for (JsonNode spec : sortSpecs) {
      int column = spec.path("dimensionIndex").asInt();
      boolean descending = spec.path("sortOrder").asText().equals("DESCENDING");
      order =
          order.thenComparing(
              row -> calculation.value(drive.codes().decode(row.cell(column)), tab),
              (a, b) -> compare(a, b, descending));
    }
    rows.sort(order);
    for (int index = 0; index < rows.size(); index++) {
      Row.Draft draft = tab.grid().row(area.top() + index).change();
      for (int column = area.left(); column < area.right(); column++) {
        draft.cell(column, rows.get(index).cell(column));
        draft.format(column, rows.get(index).format(column));
      }
      tab.grid().row(area.top() + index, draft.row());
    }
    return null;
  }

  private static int compare(CellValue a, CellValue b, boolean descending) {
    if (a instanceof CellValue.Blank || b instanceof CellValue.Blank) {
      return Boolean.compare(a instanceof CellValue.Blank, b instanceof CellValue.Blank);
    }
    int order;
    if (a instanceof CellValue.Number x && b instanceof CellValue.Number y) {
      order = Double.compare(x.number(), y.number());
    } else if (a instanceof CellValue.Text x && b instanceof CellValue.Text y) {
      order = x.text().compareToIgnoreCase(y.text());
    } else {
      order = Integer.compare(rank(a), rank(b));
    }
    return descending ? -order : order;
  }

  private static int rank(CellValue value) {
    return value instanceof CellValue.Number ? 0 : value instanceof CellValue.Text ? 1 : 2;
  }
}
