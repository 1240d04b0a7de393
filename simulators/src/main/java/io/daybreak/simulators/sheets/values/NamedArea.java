package io.daybreak.simulators.sheets.values;

import io.daybreak.simulators.sheets.grid.Area;
import io.daybreak.simulators.sheets.refusal.Refusal;
import io.daybreak.simulators.sheets.workbook.A1;
import io.daybreak.simulators.sheets.workbook.SheetObject;
import io.daybreak.simulators.sheets.workbook.SheetObjects;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import io.daybreak.simulators.sheets.workbook.Tab;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A range in A1 notation, resolved: {@code 'Data Tab'!A1:C10}, {@code Sheet1!A:C}, {@code
 * Sheet1!2:3}, {@code Sheet1!B5}, {@code Sheet1}; without a tab the first visible one is meant.
 *
 * @param area what was asked for, which may reach beyond the grid
 * @param oneCell whether a single cell was named, which for writing means "from here on"
 */
public record NamedArea(Tab tab, Area area, boolean oneCell) {

  private static final Pattern CELLS =
      Pattern.compile(
          "\\$?([A-Za-z]{0,3})\\$?([0-9]{0,8})(?::\\$?([A-Za-z]{0,3})\\$?([0-9]{0,8}))?");

  public static NamedArea parse(Spreadsheet spreadsheet, String text) {
    int mark = text.lastIndexOf('!');
    if (mark < 0) {
      Optional<NamedArea> named = namedRange(spreadsheet, text);
      if (named.isPresent()) {
        return named.get();
      }
      Optional<Tab> whole = spreadsheet.find(unquote(text));
      return whole
          .map(tab -> new NamedArea(tab, tab.grid().area(), false))
          .orElseGet(() -> parse(firstVisible(spreadsheet), text, text));
    }
    Tab tab =
        spreadsheet.find(unquote(text.substring(0, mark))).orElseThrow(() -> unparsable(text));
    return parse(tab, text.substring(mark + 1), text);
  }

  private static Optional<NamedArea> namedRange(Spreadsheet spreadsheet, String name) {
    return spreadsheet
        .objects()
        .of(SheetObject.Kind.NAMED_RANGE)
        .filter(object -> object.json().path("name").asText().equalsIgnoreCase(name))
        .filter(object -> object.json().has("range"))
        .findFirst()
        .map(
            object -> {
              Tab tab = spreadsheet.tab(object.range().path("sheetId").asInt());
              return new NamedArea(tab, SheetObjects.area(object.range(), tab), false);
            });
  }

  /** The part within the grid; the start must lie in it. */
  public Area readable() {
    requireStartWithin();
    return new Area(
        area.top(),
        area.left(),
        Math.min(area.bottom(), tab.grid().rowCount()),
        Math.min(area.right(), tab.grid().columnCount()));
  }

  void requireStartWithin() {
    if (area.top() >= tab.grid().rowCount() || area.left() >= tab.grid().columnCount()) {
      throw tab.outside(area);
    }
  }

  private static NamedArea parse(Tab tab, String cells, String whole) {
    Matcher parts = CELLS.matcher(cells);
    if (cells.isEmpty() || !parts.matches()) {
      throw unparsable(whole);
    }
    String column = parts.group(1);
    String row = parts.group(2);
    @Nullable String endColumn = parts.group(3);
    @Nullable String endRow = parts.group(4);
    if (endColumn == null || endRow == null) {
      if (column.isEmpty() || row.isEmpty()) {
        throw unparsable(whole);
      }
      return new NamedArea(tab, area(tab, column, row, column, row, whole), true);
    }
    return new NamedArea(tab, area(tab, column, row, endColumn, endRow, whole), false);
  }

  private static Area area(
      Tab tab, String column, String row, String endColumn, String endRow, String whole) {
    if (column.isEmpty() && row.isEmpty() || endColumn.isEmpty() && endRow.isEmpty()) {
      throw unparsable(whole);
    }
    int left = column.isEmpty() ? 0 : A1.column(column);
    int top = row.isEmpty() ? 0 : Integer.parseInt(row) - 1;
    int right = endColumn.isEmpty() ? tab.grid().columnCount() : A1.column(endColumn) + 1;
    int bottom = endRow.isEmpty() ? tab.grid().rowCount() : Integer.parseInt(endRow);
    if (top < 0 || bottom < 1) {
      throw unparsable(whole);
    }
    boolean upsideDown = bottom <= top && !endRow.isEmpty();
    boolean backwards = right <= left && !endColumn.isEmpty();
    return new Area(
        upsideDown ? bottom - 1 : top,
        backwards ? right - 1 : left,
        upsideDown ? top + 1 : Math.max(bottom, top + 1),
        backwards ? left + 1 : Math.max(right, left + 1));
  }

  private static Tab firstVisible(Spreadsheet spreadsheet) {
    return spreadsheet.tabs().stream().filter(tab -> !tab.hidden()).findFirst().orElseThrow();
  }

  private static String unquote(String title) {
    return title.length() >= 2 && title.startsWith("'") && title.endsWith("'")
        ? title.substring(1, title.length() - 1).replace("''", "'")
        : title;
  }

  private static Refusal unparsable(String text) {
    return Refusal.invalid("Unable to parse range: " + text);
  }
}
