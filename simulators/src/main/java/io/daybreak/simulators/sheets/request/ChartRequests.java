package io.daybreak.simulators.sheets.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.grid.Grid;
import io.daybreak.simulators.sheets.refusal.Refusal;
import io.daybreak.simulators.sheets.workbook.SheetObject;
import io.daybreak.simulators.sheets.workbook.SheetObject.Kind;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import io.daybreak.simulators.sheets.workbook.Tab;

/** Charts that want a tab of their own, and what moves and deletes charts and slicers. */
final class ChartRequests {

  private ChartRequests() {}

  /** {@code addChart}: on a tab, or on a new one that has nothing else. */
  static Request add(JsonNode request) {
    return (spreadsheet, drive) -> {
      JsonNode placed = request.deepCopy();
      if (placed.path("chart").path("position") instanceof ObjectNode position
          && position.path("newSheet").asBoolean()) {
        position.remove("newSheet");
        position.put("sheetId", newSheet(spreadsheet).id());
      }
      return ObjectRequests.add(Kind.CHART, "chart").apply(placed).apply(spreadsheet, drive);
    };
  }

  static Request delete(JsonNode request) {
    return (spreadsheet, drive) -> {
      spreadsheet.objects().remove(embedded(spreadsheet, request));
      return null;
    };
  }

  static Request move(JsonNode request) {
    return (spreadsheet, drive) -> {
      SheetObject object = embedded(spreadsheet, request);
      ObjectNode json = object.json().deepCopy();
      JsonNode position = request.path("newPosition");
      json.set("position", position);
      int sheetId =
          position
              .path("overlayPosition")
              .path("anchorCell")
              .path("sheetId")
              .asInt(object.sheetId());
      spreadsheet.objects().replace(object, new SheetObject(object.kind(), sheetId, json));
      ObjectNode reply = JsonNodeFactory.instance.objectNode();
      reply.set("position", position);
      return reply;
    };
  }

  private static SheetObject embedded(Spreadsheet spreadsheet, JsonNode request) {
    String id = request.path("objectId").asText();
    return spreadsheet
        .objects()
        .find(Kind.CHART, id)
        .or(() -> spreadsheet.objects().find(Kind.SLICER, id))
        .orElseThrow(() -> Refusal.invalid("No embedded object with id: " + id));
  }

  private static Tab newSheet(Spreadsheet spreadsheet) {
    int number = 1;
    while (spreadsheet.find("Chart" + number).isPresent()) {
      number++;
    }
    Tab tab = spreadsheet.add(null, "Chart" + number, new Grid(0, 0), null);
    tab.looks(JsonNodeFactory.instance.objectNode().put("sheetType", "OBJECT"));
    return tab;
  }
}
