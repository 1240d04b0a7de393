package io.daybreak.simulators.sheets.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.grid.Area;
import io.daybreak.simulators.sheets.refusal.Refusal;
import io.daybreak.simulators.sheets.workbook.SheetObject;
import io.daybreak.simulators.sheets.workbook.SheetObject.Kind;
import io.daybreak.simulators.sheets.workbook.SheetObjects;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import io.daybreak.simulators.sheets.workbook.Tab;

/** {@code setBasicFilter}, {@code clearBasicFilter} and {@code duplicateFilterView}. */
final class FilterRequests {

  private FilterRequests() {}

  /** A tab has one basic filter; a new one takes the place of the old. */
  static Request set(JsonNode request) {
    return (spreadsheet, drive) -> {
      if (!(request.path("filter") instanceof ObjectNode filter)) {
        throw Refusal.invalid("No filter specified."); // [?]
      }
      Tab tab = spreadsheet.tab(filter.path("range").path("sheetId").asInt());
      Area area = SheetObjects.area(filter.path("range"), tab);
      tab.requireWithin(area);
      spreadsheet.requireEditable(tab, area);
      clear(spreadsheet, tab);
      spreadsheet.objects().add(new SheetObject(Kind.BASIC_FILTER, tab.id(), filter.deepCopy()));
      return null;
    };
  }

  static Request clear(JsonNode request) {
    return (spreadsheet, drive) -> {
      clear(spreadsheet, spreadsheet.tab(request.path("sheetId").asInt()));
      return null;
    };
  }

  static Request duplicateView(JsonNode request) {
    return (spreadsheet, drive) -> {
      SheetObject view =
          ObjectRequests.find(spreadsheet, Kind.FILTER_VIEW, request.path("filterId").asText());
      ObjectNode copy = view.json().deepCopy();
      copy.put("filterViewId", spreadsheet.objects().newId());
      copy.put("title", "Copy of " + view.json().path("title").asText());
      spreadsheet.objects().add(new SheetObject(Kind.FILTER_VIEW, view.sheetId(), copy));
      ObjectNode reply = JsonNodeFactory.instance.objectNode();
      reply.set("filter", copy);
      return reply;
    };
  }

  private static void clear(Spreadsheet spreadsheet, Tab tab) {
    spreadsheet
        .objects()
        .of(Kind.BASIC_FILTER, tab.id())
        .toList()
        .forEach(spreadsheet.objects()::remove);
  }
}
