package io.daybreak.simulators.sheets.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.grid.Area;
import io.daybreak.simulators.sheets.mask.FieldMask;
import io.daybreak.simulators.sheets.workbook.SheetObject;
import io.daybreak.simulators.sheets.workbook.SheetObject.Kind;
import io.daybreak.simulators.sheets.workbook.SheetObjects;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import io.daybreak.simulators.sheets.workbook.Tab;
import java.util.Map;

/**
 * What Google's CellData says of a cell besides value and format: note, validation, pivot table.
 */
final class CellObjects {

  private static final Map<String, Kind> FIELDS =
      Map.of("note", Kind.NOTE, "dataValidation", Kind.VALIDATION, "pivotTable", Kind.PIVOT);

  private final Spreadsheet spreadsheet;
  private final FieldMask mask;

  CellObjects(Spreadsheet spreadsheet, FieldMask mask) {
    this.spreadsheet = spreadsheet;
    this.mask = mask;
  }

  /** Changes what the mask names; absent in the data is absent afterwards. */
  void apply(Tab tab, int row, int column, JsonNode cellData) {
    FIELDS.forEach(
        (field, kind) -> {
          if (mask.names(field)) {
            replace(tab, new Area(row, column, row + 1, column + 1), kind, cellData.path(field));
          }
        });
  }

  private void replace(Tab tab, Area cell, Kind kind, JsonNode given) {
    SheetObjects objects = spreadsheet.objects();
    objects
        .of(kind, tab.id())
        .filter(object -> cell.contains(SheetObjects.area(object.range(), tab)))
        .toList()
        .forEach(objects::remove);
    boolean covered = objects.at(kind, tab, cell.top(), cell.left()).isPresent();
    if (given.isMissingNode() && !covered) {
      return;
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("range", GridRange.of(tab, cell));
    json.set(
        kind == Kind.VALIDATION ? "rule" : kind == Kind.NOTE ? "note" : "pivotTable",
        given.isMissingNode() ? JsonNodeFactory.instance.objectNode() : given);
    objects.add(new SheetObject(kind, tab.id(), json));
  }
}
