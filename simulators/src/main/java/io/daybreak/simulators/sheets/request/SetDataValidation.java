package io.daybreak.simulators.sheets.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.grid.Area;
import io.daybreak.simulators.sheets.workbook.Drive;
import io.daybreak.simulators.sheets.workbook.SheetObject;
import io.daybreak.simulators.sheets.workbook.SheetObject.Kind;
import io.daybreak.simulators.sheets.workbook.SheetObjects;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import io.daybreak.simulators.sheets.workbook.Tab;
import org.jspecify.annotations.Nullable;

/** {@code setDataValidation}; without a rule the range has none any more. */
record SetDataValidation(GridRange range, @Nullable JsonNode rule) implements Request {

  @Override
  public @Nullable ObjectNode apply(Spreadsheet spreadsheet, Drive drive) {
    Tab tab = range.tab(spreadsheet);
    Area area = range.within(tab);
    spreadsheet.requireEditable(tab, area);
    spreadsheet
        .objects()
        .of(Kind.VALIDATION, tab.id())
        .filter(present -> area.contains(SheetObjects.area(present.range(), tab)))
        .toList()
        .forEach(spreadsheet.objects()::remove);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("range", GridRange.of(tab, area));
    // A range without a rule hides what an older, larger one says about its cells.
    json.set("rule", rule == null ? JsonNodeFactory.instance.objectNode() : rule);
    spreadsheet.objects().add(new SheetObject(Kind.VALIDATION, tab.id(), json));
    return null;
  }
}
