package io.daybreak.simulators.sheets.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.grid.Area;
import io.daybreak.simulators.sheets.values.NamedArea;
import io.daybreak.simulators.sheets.workbook.Drive;
import io.daybreak.simulators.sheets.workbook.Protections;
import io.daybreak.simulators.sheets.workbook.SheetObject;
import io.daybreak.simulators.sheets.workbook.SheetObject.Kind;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import io.daybreak.simulators.sheets.workbook.Tab;
import io.daybreak.simulators.sheets.workbook.TabProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A spreadsheet as {@code spreadsheets.get} shows it. */
public final class SpreadsheetView {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Drive drive;
  private final @Nullable String user;

  /**
   * @param user who looks; null for the owner
   */
  public SpreadsheetView(Drive drive, @Nullable String user) {
    this.drive = drive;
    this.user = user;
  }

  public ObjectNode show(Spreadsheet spreadsheet, boolean withCells) {
    return show(spreadsheet, withCells, List.of());
  }

  /**
   * Shows a spreadsheet.
   *
   * @param ranges what to show of it: only their tabs, and only their cells; empty for everything
   */
  public ObjectNode show(Spreadsheet spreadsheet, boolean withCells, List<String> ranges) {
    ObjectNode view = JSON.objectNode();
    view.put("spreadsheetId", spreadsheet.id());
    view.putObject("properties").put("title", spreadsheet.title()).setAll(spreadsheet.properties());
    List<NamedArea> areas =
        ranges.stream().map(range -> NamedArea.parse(spreadsheet, range)).toList();
    ArrayNode sheets = view.putArray("sheets");
    for (Tab tab : spreadsheet.tabs()) {
      List<Area> wanted =
          areas.stream()
              .filter(area -> area.tab().id() == tab.id())
              .map(NamedArea::readable)
              .toList();
      if (ranges.isEmpty()) {
        sheets.add(tab(spreadsheet, tab, withCells, List.of(tab.grid().area())));
      } else if (!wanted.isEmpty()) {
        sheets.add(tab(spreadsheet, tab, withCells, wanted));
      }
    }
    ArrayNode named = JSON.arrayNode();
    spreadsheet.objects().of(Kind.NAMED_RANGE).forEach(range -> named.add(range.json()));
    setUnlessEmpty(view, "namedRanges", named);
    setUnlessEmpty(view, "developerMetadata", metadata(spreadsheet, SheetObject.WHOLE_SPREADSHEET));
    view.put(
        "spreadsheetUrl",
        "https://docs.google.com/spreadsheets/d/%s/edit".formatted(spreadsheet.id()));
    return view;
  }

  private ObjectNode tab(Spreadsheet spreadsheet, Tab tab, boolean withCells, List<Area> areas) {
    ObjectNode sheet = JSON.objectNode();
    sheet.set("properties", TabProperties.of(spreadsheet, tab));
    if (!tab.merges().areas().isEmpty()) {
      ArrayNode merges = sheet.putArray("merges");
      tab.merges().areas().forEach(area -> merges.add(gridRange(tab, area)));
    }
    for (Kind kind : Kind.values()) {
      String field = kind.field();
      if (field != null && kind != Kind.NAMED_RANGE && kind != Kind.METADATA) {
        ArrayNode shown = JSON.arrayNode();
        spreadsheet
            .objects()
            .of(kind, tab.id())
            .forEach(
                object ->
                    shown.add(
                        kind == Kind.PROTECTION
                            ? Protections.shown(object.json(), user)
                            : object.json()));
        if (kind != Kind.BASIC_FILTER) {
          setUnlessEmpty(sheet, field, shown);
        } else if (!shown.isEmpty()) {
          sheet.set(field, shown.get(0));
        }
      }
    }
    setUnlessEmpty(sheet, "developerMetadata", metadata(spreadsheet, tab.id()));
    if (withCells) {
      ArrayNode data = sheet.putArray("data");
      areas.forEach(area -> data.add(new CellsView(drive, spreadsheet).show(tab, area)));
    }
    return sheet;
  }

  /** Metadata of a tab or of the spreadsheet; that of rows and columns is shown with them. */
  private static ArrayNode metadata(Spreadsheet spreadsheet, int sheetId) {
    ArrayNode shown = JSON.arrayNode();
    spreadsheet
        .objects()
        .of(Kind.METADATA, sheetId)
        .filter(object -> !object.json().path("location").has("dimensionRange"))
        .forEach(object -> shown.add(object.json()));
    return shown;
  }

  private static void setUnlessEmpty(ObjectNode view, String field, ArrayNode content) {
    if (!content.isEmpty()) {
      view.set(field, content);
    }
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
