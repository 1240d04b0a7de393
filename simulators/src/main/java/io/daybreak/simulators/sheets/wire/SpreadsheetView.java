package io.daybreak.simulators.sheets.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.grid.Area;
import io.daybreak.simulators.sheets.workbook.Drive;
import io.daybreak.simulators.sheets.workbook.ProtectedRange;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import io.daybreak.simulators.sheets.workbook.Tab;
import io.daybreak.simulators.sheets.workbook.TabProperties;

/** A spreadsheet as {@code spreadsheets.get} shows it. */
final class SpreadsheetView {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Drive drive;

  SpreadsheetView(Drive drive) {
    this.drive = drive;
  }

  ObjectNode show(Spreadsheet spreadsheet, boolean withCells) {
    ObjectNode view = JSON.objectNode();
    view.put("spreadsheetId", spreadsheet.id());
    view.putObject("properties")
        .put("title", spreadsheet.title())
        .put("locale", "ko_KR")
        .put("autoRecalc", "ON_CHANGE")
        .put("timeZone", "Asia/Seoul");
    ArrayNode sheets = view.putArray("sheets");
    spreadsheet.tabs().forEach(tab -> sheets.add(tab(spreadsheet, tab, withCells)));
    view.put(
        "spreadsheetUrl",
        "https://docs.google.com/spreadsheets/d/%s/edit".formatted(spreadsheet.id()));
    return view;
  }

  private ObjectNode tab(Spreadsheet spreadsheet, Tab tab, boolean withCells) {
    ObjectNode sheet = JSON.objectNode();
    sheet.set("properties", TabProperties.of(spreadsheet, tab));
    if (!tab.merges().areas().isEmpty()) {
      ArrayNode merges = sheet.putArray("merges");
      tab.merges().areas().forEach(area -> merges.add(gridRange(tab, area)));
    }
    if (!tab.protectedRanges().isEmpty()) {
      ArrayNode ranges = sheet.putArray("protectedRanges");
      tab.protectedRanges().forEach(range -> ranges.add(protectedRange(tab, range)));
    }
    if (withCells) {
      sheet.putArray("data").add(new CellsView(drive).show(tab));
    }
    return sheet;
  }

  private static ObjectNode protectedRange(Tab tab, ProtectedRange range) {
    ObjectNode view = JSON.objectNode();
    view.put("protectedRangeId", range.id());
    view.set("range", gridRange(tab, range.area()));
    view.put("description", range.description());
    if (range.warningOnly()) {
      view.put("warningOnly", true);
    }
    return view;
  }

  private static ObjectNode gridRange(Tab tab, Area area) {
    return JSON.objectNode()
        .put("sheetId", tab.id())
        .put("startRowIndex", area.top())
        .put("endRowIndex", area.bottom())
        .put("startColumnIndex", area.left())
        .put("endColumnIndex", area.right());
  }
}
