package io.daybreak.simulators.sheets.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.refusal.Refusal;
import io.daybreak.simulators.sheets.workbook.SheetObject;
import io.daybreak.simulators.sheets.workbook.SheetObject.Kind;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import java.util.List;

/** Conditional formats have no ids: they are named by their place among those of the tab. */
final class ConditionalFormatRequests {

  private ConditionalFormatRequests() {}

  static Request add(JsonNode request) {
    return (spreadsheet, drive) -> {
      SheetObject rule = rule(request, spreadsheet);
      spreadsheet.objects().add(rule, request.path("index").asInt(Integer.MAX_VALUE));
      return null;
    };
  }

  static Request update(JsonNode request) {
    return (spreadsheet, drive) -> {
      int index = request.path("index").asInt();
      ObjectNode reply = JsonNodeFactory.instance.objectNode();
      if (request.has("rule")) {
        SheetObject after = rule(request, spreadsheet);
        SheetObject before = at(spreadsheet, after.sheetId(), index);
        spreadsheet.objects().replace(before, after);
        reply.set("oldRule", before.json());
        reply.set("newRule", after.json());
      } else {
        SheetObject moved = at(spreadsheet, request.path("sheetId").asInt(), index);
        spreadsheet.objects().remove(moved);
        spreadsheet.objects().add(moved, request.path("newIndex").asInt());
        reply.set("newRule", moved.json());
        reply.put("oldIndex", index).put("newIndex", request.path("newIndex").asInt());
      }
      return reply;
    };
  }

  static Request delete(JsonNode request) {
    return (spreadsheet, drive) -> {
      SheetObject rule =
          at(spreadsheet, request.path("sheetId").asInt(), request.path("index").asInt());
      spreadsheet.objects().remove(rule);
      ObjectNode reply = JsonNodeFactory.instance.objectNode();
      reply.set("rule", rule.json());
      return reply;
    };
  }

  private static SheetObject rule(JsonNode request, Spreadsheet spreadsheet) {
    if (!(request.path("rule") instanceof ObjectNode rule) || rule.path("ranges").isEmpty()) {
      throw Refusal.invalid("No range specified in the conditional format rule."); // [?]
    }
    int sheetId = rule.path("ranges").path(0).path("sheetId").asInt();
    spreadsheet.tab(sheetId);
    return new SheetObject(Kind.CONDITIONAL_FORMAT, sheetId, rule.deepCopy());
  }

  private static SheetObject at(Spreadsheet spreadsheet, int sheetId, int index) {
    List<SheetObject> rules = spreadsheet.objects().of(Kind.CONDITIONAL_FORMAT, sheetId).toList();
    if (index < 0 || index >= rules.size()) {
      throw Refusal.invalid(
          "No conditional format on sheet: %d at index: %d".formatted(sheetId, index));
    }
    return rules.get(index);
  }
}
