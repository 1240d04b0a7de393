package io.daybreak.simulators.sheets.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.mask.FieldMask;
import io.daybreak.simulators.sheets.refusal.Refusal;
import io.daybreak.simulators.sheets.workbook.SheetObject;
import io.daybreak.simulators.sheets.workbook.SheetObject.Kind;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;

/** Rows and columns hidden, sized and grouped. */
final class DimensionRequests {

  private DimensionRequests() {}

  /** {@code updateDimensionProperties}: the newest word on a row or column counts. */
  static Request update(JsonNode request) {
    return (spreadsheet, drive) -> {
      FieldMask mask = FieldMask.required(request.path("fields").textValue());
      ObjectNode range = stated(request.path("range"), spreadsheet);
      ObjectNode named = JsonNodeFactory.instance.objectNode();
      for (String field : java.util.List.of("hiddenByUser", "pixelSize", "developerMetadata")) {
        if (mask.names(field)) {
          JsonNode given = request.path("properties").path(field);
          named.set(field, given.isMissingNode() ? named.booleanNode(false) : given);
        }
      }
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      json.set("range", range);
      json.set("properties", named);
      spreadsheet
          .objects()
          .add(new SheetObject(Kind.DIMENSION, range.path("sheetId").asInt(), json));
      return null;
    };
  }

  static Request addGroup(JsonNode request) {
    return (spreadsheet, drive) -> {
      ObjectNode range = stated(request.path("range"), spreadsheet);
      int sheetId = range.path("sheetId").asInt();
      Kind kind = kind(range);
      long depth =
          1
              + spreadsheet
                  .objects()
                  .of(kind, sheetId)
                  .filter(
                      group ->
                          group.range().path("startIndex").asInt() < range.path("endIndex").asInt()
                              && range.path("startIndex").asInt()
                                  < group.range().path("endIndex").asInt())
                  .count();
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      json.set("range", range);
      json.put("depth", depth);
      spreadsheet.objects().add(new SheetObject(kind, sheetId, json));
      return groups(spreadsheet, kind, sheetId);
    };
  }

  static Request updateGroup(JsonNode request) {
    return (spreadsheet, drive) -> {
      JsonNode changed = request.path("dimensionGroup");
      SheetObject group = group(spreadsheet, stated(changed.path("range"), spreadsheet));
      ObjectNode json = group.json().deepCopy();
      json.set("collapsed", changed.path("collapsed"));
      spreadsheet.objects().replace(group, new SheetObject(group.kind(), group.sheetId(), json));
      return null;
    };
  }

  static Request deleteGroup(JsonNode request) {
    return (spreadsheet, drive) -> {
      SheetObject group = group(spreadsheet, stated(request.path("range"), spreadsheet));
      spreadsheet.objects().remove(group);
      return groups(spreadsheet, group.kind(), group.sheetId());
    };
  }

  private static SheetObject group(Spreadsheet spreadsheet, ObjectNode range) {
    return spreadsheet
        .objects()
        .of(kind(range), range.path("sheetId").asInt())
        .filter(group -> group.range().equals(range))
        .findFirst()
        .orElseThrow(() -> Refusal.invalid("No dimension group with that range.")); // [?]
  }

  private static ObjectNode groups(Spreadsheet spreadsheet, Kind kind, int sheetId) {
    ObjectNode reply = JsonNodeFactory.instance.objectNode();
    ArrayNode groups = reply.putArray("dimensionGroups");
    spreadsheet.objects().of(kind, sheetId).forEach(group -> groups.add(group.json()));
    return reply;
  }

  private static Kind kind(ObjectNode range) {
    return range.path("dimension").asText().equals("ROWS") ? Kind.ROW_GROUP : Kind.COLUMN_GROUP;
  }

  /** The range with both its ends. */
  private static ObjectNode stated(JsonNode range, Spreadsheet spreadsheet) {
    var tab = spreadsheet.tab(range.path("sheetId").asInt());
    Dimension dimension;
    try {
      dimension = Dimension.valueOf(range.path("dimension").asText());
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid("No dimension specified."); // [?]
    }
    return JsonNodeFactory.instance
        .objectNode()
        .put("sheetId", tab.id())
        .put("dimension", dimension.name())
        .put("startIndex", range.path("startIndex").asInt(0))
        .put("endIndex", range.path("endIndex").asInt(dimension.size(tab)));
  }
}
