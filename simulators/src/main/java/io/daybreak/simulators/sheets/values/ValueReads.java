package io.daybreak.simulators.sheets.values;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.grid.Area;
import io.daybreak.simulators.sheets.grid.CellCode;
import io.daybreak.simulators.sheets.grid.CellValue;
import io.daybreak.simulators.sheets.grid.Row;
import io.daybreak.simulators.sheets.workbook.A1;
import io.daybreak.simulators.sheets.workbook.Drive;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import io.daybreak.simulators.sheets.workbook.Tab;
import org.jspecify.annotations.Nullable;

/** {@code values.get} and its like. */
public final class ValueReads {

  private final Drive drive;

  public ValueReads(Drive drive) {
    this.drive = drive;
  }

  /** How a read wants its values, as the query parameters say; null for Google's defaults. */
  public record Wish(
      @Nullable String majorDimension,
      @Nullable String valueRenderOption,
      @Nullable String dateTimeRenderOption) {

    public static final Wish UNFORMATTED = new Wish(null, "UNFORMATTED_VALUE", null);
  }

  /**
   * A ValueRange. Trailing blank cells and rows are absent, and so is {@code values} where nothing
   * is left.
   */
  public ObjectNode get(Spreadsheet spreadsheet, String range, Wish wish) {
    NamedArea named = NamedArea.parse(spreadsheet, range);
    Area area = named.readable();
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("range", A1.format(named.tab().title(), area));
    boolean byColumns = "COLUMNS".equals(wish.majorDimension());
    answer.put("majorDimension", byColumns ? "COLUMNS" : "ROWS");
    Calculation calculation =
        "FORMULA".equals(wish.valueRenderOption())
            ? null
            : new Calculation(spreadsheet, drive.codes());
    ArrayNode values =
        byColumns
            ? columns(named.tab(), area, wish, calculation)
            : rows(named.tab(), area, wish, calculation);
    if (!values.isEmpty()) {
      answer.set("values", values);
    }
    return answer;
  }

  /** The contents of an area, row by row, without trailing blanks; formulas as their text. */
  public ArrayNode rows(Tab tab, Area area, Wish wish) {
    return rows(tab, area, wish, null);
  }

  private ArrayNode rows(Tab tab, Area area, Wish wish, @Nullable Calculation calculation) {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    int last = Math.min(area.bottom(), tab.grid().filledRows());
    for (int index = area.top(); index < last; index++) {
      Row row = tab.grid().row(index);
      ArrayNode cells = rows.addArray();
      for (int column = area.left(); column < Math.min(area.right(), row.width()); column++) {
        cells.add(cell(tab, row, column, wish, calculation));
      }
      trim(cells);
    }
    trimRows(rows);
    return rows;
  }

  private ArrayNode columns(Tab tab, Area area, Wish wish, @Nullable Calculation calculation) {
    ArrayNode columns = JsonNodeFactory.instance.arrayNode();
    int last = Math.min(area.bottom(), tab.grid().filledRows());
    for (int column = area.left(); column < area.right(); column++) {
      ArrayNode cells = columns.addArray();
      for (int index = area.top(); index < last; index++) {
        cells.add(cell(tab, tab.grid().row(index), column, wish, calculation));
      }
      trim(cells);
    }
    trimRows(columns);
    return columns;
  }

  private com.fasterxml.jackson.databind.JsonNode cell(
      Tab tab, Row row, int column, Wish wish, @Nullable Calculation calculation) {
    long code = row.cell(column);
    if (code == CellCode.BLANK) {
      return JsonNodeFactory.instance.textNode("");
    }
    CellValue content = drive.codes().decode(code);
    return Rendering.read(
        calculation == null ? content : calculation.value(content, tab),
        drive.formats().format(row.format(column)),
        RenderOption.named(wish.valueRenderOption()),
        !"FORMATTED_STRING".equals(wish.dateTimeRenderOption()));
  }

  private static void trim(ArrayNode cells) {
    while (!cells.isEmpty() && cells.get(cells.size() - 1).asText().isEmpty()) {
      cells.remove(cells.size() - 1);
    }
  }

  private static void trimRows(ArrayNode rows) {
    while (!rows.isEmpty() && rows.get(rows.size() - 1).isEmpty()) {
      rows.remove(rows.size() - 1);
    }
  }
}
