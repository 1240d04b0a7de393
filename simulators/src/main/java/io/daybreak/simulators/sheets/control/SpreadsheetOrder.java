package io.daybreak.simulators.sheets.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.grid.Grid;
import io.daybreak.simulators.sheets.values.ValueWrites;
import io.daybreak.simulators.sheets.workbook.A1;
import io.daybreak.simulators.sheets.workbook.Drive;
import io.daybreak.simulators.sheets.workbook.Role;
import io.daybreak.simulators.sheets.workbook.SharedSpreadsheet;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import io.daybreak.simulators.sheets.workbook.Tab;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A spreadsheet to be made, as a person in a browser would make it.
 *
 * @param id null for a new one
 * @param title null for the id
 * @param sharedWith roles by e-mail address; null shares with the services' account for writing
 * @param tabs null for one tab of Google's usual size
 * @param locale null for ko_KR
 * @param timeZone null for Asia/Seoul
 * @param xlsx whether it is really an Excel file, which Google's API refuses
 */
public record SpreadsheetOrder(
    @Nullable String id,
    @Nullable String title,
    @Nullable Map<String, Role> sharedWith,
    @Nullable List<TabOrder> tabs,
    @Nullable String locale,
    @Nullable String timeZone,
    @Nullable Boolean xlsx) {

  /** A spreadsheet of Google's as it is made in Korea. */
  public SpreadsheetOrder(
      @Nullable String id,
      @Nullable String title,
      @Nullable Map<String, Role> sharedWith,
      @Nullable List<TabOrder> tabs) {
    this(id, title, sharedWith, tabs, null, null, null);
  }

  /**
   * A tab to be made.
   *
   * @param values rows as typed by a person; null for none
   */
  public record TabOrder(
      @Nullable Integer sheetId,
      @Nullable String title,
      @Nullable Integer rows,
      @Nullable Integer columns,
      @Nullable Boolean hidden,
      @Nullable Integer frozenRows,
      @Nullable JsonNode values) {}

  /** Makes it. */
  SharedSpreadsheet carryOut(Drive drive, String account) {
    String newId = id == null ? drive.newId() : id;
    Spreadsheet spreadsheet = new Spreadsheet(newId, title == null ? newId : title, drive.codes());
    List<TabOrder> wanted =
        tabs == null ? List.of(new TabOrder(null, null, null, null, null, null, null)) : tabs;
    wanted.forEach(order -> addTab(spreadsheet, order, drive));
    ObjectNode properties = spreadsheet.properties().deepCopy();
    if (locale != null) {
      properties.put("locale", locale);
    }
    if (timeZone != null) {
      properties.put("timeZone", timeZone);
    }
    spreadsheet.properties(properties);
    SharedSpreadsheet file =
        drive.add(
            spreadsheet,
            sharedWith == null ? Map.of(account, Role.WRITER) : new TreeMap<>(sharedWith));
    file.googleFormat(!Boolean.TRUE.equals(xlsx));
    return file;
  }

  private static void addTab(Spreadsheet spreadsheet, TabOrder order, Drive drive) {
    int rows = order.rows() == null ? Tab.DEFAULT_ROWS : order.rows();
    int columns = order.columns() == null ? Tab.DEFAULT_COLUMNS : order.columns();
    Tab tab = spreadsheet.add(order.sheetId(), order.title(), new Grid(rows, columns), null);
    tab.freeze(order.frozenRows() == null ? 0 : order.frozenRows(), 0);
    if (order.values() != null && !order.values().isEmpty()) {
      JsonNode valueRange =
          com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
              .objectNode()
              .set("values", order.values());
      new ValueWrites(drive)
          .update(spreadsheet, A1.quote(tab.title()) + "!A1", "USER_ENTERED", valueRange);
    }
    spreadsheet.hide(tab, Boolean.TRUE.equals(order.hidden()));
  }
}
