package io.daybreak.simulators.sheets.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.grid.CellValue;
import io.daybreak.simulators.sheets.grid.Row;
import io.daybreak.simulators.sheets.values.Rendering;
import io.daybreak.simulators.sheets.workbook.Drive;
import io.daybreak.simulators.sheets.workbook.Tab;

/** The cells of a tab as GridData, values and formats. */
final class CellsView {

  private final Drive drive;

  CellsView(Drive drive) {
    this.drive = drive;
  }

  ObjectNode show(Tab tab) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    ArrayNode rows = data.putArray("rowData");
    for (int index = 0; index < tab.grid().filledRows(); index++) {
      Row row = tab.grid().row(index);
      ArrayNode cells = rows.addObject().putArray("values");
      for (int column = 0; column < Math.max(row.width(), row.formattedWidth()); column++) {
        cells.add(cell(row, column));
      }
    }
    return data;
  }

  private ObjectNode cell(Row row, int column) {
    ObjectNode cell = JsonNodeFactory.instance.objectNode();
    CellValue value = drive.codes().decode(row.cell(column));
    JsonNode format = drive.formats().format(row.format(column));
    if (!(value instanceof CellValue.Blank)) {
      cell.set("userEnteredValue", extended(value));
      cell.set("effectiveValue", extended(value));
      cell.put("formattedValue", Rendering.shown(value, format));
    }
    if (!format.isEmpty()) {
      cell.set("userEnteredFormat", format);
    }
    return cell;
  }

  /** Google's ExtendedValue. */
  private static ObjectNode extended(CellValue value) {
    ObjectNode extended = JsonNodeFactory.instance.objectNode();
    if (value instanceof CellValue.Number number) {
      extended.set("numberValue", Rendering.plainNumber(number.number()));
    } else if (value instanceof CellValue.Bool bool) {
      extended.put("boolValue", bool.bool());
    } else if (value instanceof CellValue.Formula formula) {
      extended.put("formulaValue", formula.formula());
    } else if (value instanceof CellValue.Text text) {
      extended.put("stringValue", text.text());
    }
    return extended;
  }
}
