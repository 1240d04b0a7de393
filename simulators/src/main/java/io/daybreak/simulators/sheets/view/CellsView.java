package io.daybreak.simulators.sheets.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.grid.Area;
import io.daybreak.simulators.sheets.grid.CellValue;
import io.daybreak.simulators.sheets.grid.Row;
import io.daybreak.simulators.sheets.values.Calculation;
import io.daybreak.simulators.sheets.values.FilteredRows;
import io.daybreak.simulators.sheets.values.Rendering;
import io.daybreak.simulators.sheets.workbook.Drive;
import io.daybreak.simulators.sheets.workbook.SheetObject;
import io.daybreak.simulators.sheets.workbook.SheetObject.Kind;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import io.daybreak.simulators.sheets.workbook.Tab;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cells of a tab as GridData: values, formats, notes, validations, pivot tables. */
final class CellsView {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final Map<String, String> ERRORS =
      Map.of("#REF!", "REF", "#NAME?", "NAME", "#DIV/0!", "DIVIDE_BY_ZERO", "#VALUE!", "VALUE");

  private static final Map<Kind, List<String>> FIELDS =
      Map.of(
          Kind.NOTE, List.of("note", "note"),
          Kind.VALIDATION, List.of("rule", "dataValidation"),
          Kind.PIVOT, List.of("pivotTable", "pivotTable"));

  private final Drive drive;
  private final Spreadsheet spreadsheet;
  private final Calculation calculation;

  CellsView(Drive drive, Spreadsheet spreadsheet) {
    this.drive = drive;
    this.spreadsheet = spreadsheet;
    this.calculation = new Calculation(spreadsheet, drive.codes());
  }

  /** The cells of an area. */
  ObjectNode show(Tab tab, Area area) {
    ObjectNode data = JSON.objectNode();
    if (area.top() > 0) {
      data.put("startRow", area.top());
    }
    if (area.left() > 0) {
      data.put("startColumn", area.left());
    }
    boolean objects = FIELDS.keySet().stream().anyMatch(kind -> has(kind, tab));
    ArrayNode rows = data.putArray("rowData");
    int last = Math.min(area.bottom(), objects ? tab.grid().rowCount() : tab.grid().filledRows());
    for (int index = area.top(); index < last; index++) {
      Row row = tab.grid().row(index);
      ArrayNode cells = rows.addObject().putArray("values");
      int width = objects ? tab.grid().columnCount() : Math.max(row.width(), row.formattedWidth());
      for (int column = area.left(); column < Math.min(area.right(), width); column++) {
        cells.add(cell(tab, row, index, column, objects));
      }
    }
    data.set("rowMetadata", metadata(tab, true, area.top(), last));
    data.set("columnMetadata", metadata(tab, false, area.left(), area.right()));
    return data;
  }

  private boolean has(Kind kind, Tab tab) {
    return spreadsheet.objects().of(kind, tab.id()).findAny().isPresent();
  }

  private ArrayNode metadata(Tab tab, boolean rows, int from, int to) {
    ArrayNode metadata = JSON.arrayNode();
    List<SheetObject> properties =
        spreadsheet
            .objects()
            .of(Kind.DIMENSION, tab.id())
            .filter(object -> rows == object.range().path("dimension").asText().equals("ROWS"))
            .toList();
    BitSet filtered = rows ? new FilteredRows(drive).of(spreadsheet, tab) : new BitSet();
    for (int index = from; index < to; index++) {
      ObjectNode of = metadata.addObject().put("pixelSize", rows ? 21 : 100);
      for (SheetObject object : properties) {
        if (index >= object.range().path("startIndex").asInt()
            && index < object.range().path("endIndex").asInt(Integer.MAX_VALUE)) {
          of.setAll((ObjectNode) object.json().path("properties"));
        }
      }
      if (!of.path("hiddenByUser").asBoolean()) {
        of.remove("hiddenByUser");
      }
      if (filtered.get(index)) {
        of.put("hiddenByFilter", true);
      }
    }
    return metadata;
  }

  private ObjectNode cell(Tab tab, Row row, int index, int column, boolean objects) {
    ObjectNode cell = JSON.objectNode();
    CellValue content = drive.codes().decode(row.cell(column));
    JsonNode format = drive.formats().format(row.format(column));
    if (!(content instanceof CellValue.Blank)) {
      CellValue value = calculation.value(content, tab);
      cell.set("userEnteredValue", extended(content));
      cell.set("effectiveValue", extended(value));
      cell.put("formattedValue", Rendering.shown(value, format));
    }
    if (!format.isEmpty()) {
      cell.set("userEnteredFormat", format);
    }
    if (objects) {
      FIELDS.forEach(
          (kind, fields) ->
              put(cell, fields.get(1), shown(tab, index, column, kind, fields.get(0))));
    }
    return cell;
  }

  private @Nullable JsonNode shown(Tab tab, int row, int column, Kind kind, String field) {
    return spreadsheet
        .objects()
        .at(kind, tab, row, column)
        .map(object -> object.json().path(field))
        .filter(content -> !content.isEmpty() || content.isTextual())
        .orElse(null);
  }

  private static void put(ObjectNode cell, String field, @Nullable JsonNode value) {
    if (value != null) {
      cell.set(field, value);
    }
  }

  /** Google's ExtendedValue. */
  private static ObjectNode extended(CellValue value) {
    ObjectNode extended = JSON.objectNode();
    if (value instanceof CellValue.Number number) {
      extended.set("numberValue", Rendering.plainNumber(number.number()));
    } else if (value instanceof CellValue.Bool bool) {
      extended.put("boolValue", bool.bool());
    } else if (value instanceof CellValue.Formula formula) {
      extended.put("formulaValue", formula.formula());
    } else if (value instanceof CellValue.Error error) {
      extended
          .putObject("errorValue")
          .put("type", ERRORS.getOrDefault(error.name(), "ERROR"))
          .put("message", error.name());
    } else if (value instanceof CellValue.Text text) {
      extended.put("stringValue", text.text());
    }
    return extended;
  }
}
