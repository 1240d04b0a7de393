package io.daybreak.simulators.sheets.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.grid.Area;
import io.daybreak.simulators.sheets.grid.Row;
import io.daybreak.simulators.sheets.refusal.Refusal;
import io.daybreak.simulators.sheets.workbook.A1;
import io.daybreak.simulators.sheets.workbook.Drive;
import io.daybreak.simulators.sheets.workbook.Tab;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code values} of a ValueRange, checked and ready to be written. */
final class RowsToWrite {

  private final List<List<@Nullable Entry>> rows;
  private final int width;
  private final int cells;

  private RowsToWrite(List<List<@Nullable Entry>> rows, int width, int cells) {
    this.rows = rows;
    this.width = width;
    this.cells = cells;
  }

  /** Reads a ValueRange; its shape and every element are checked here. */
  static RowsToWrite of(JsonNode valueRange, InputOption option) {
    JsonNode values = valueRange.path("values");
    if (valueRange.path("majorDimension").asText().equals("COLUMNS")) {
      values = transposed(values);
    }
    List<List<@Nullable Entry>> rows = new ArrayList<>(values.size());
    int width = 0;
    int cells = 0;
    for (JsonNode row : values) {
      List<@Nullable Entry> entries = new ArrayList<>(row.size());
      for (JsonNode element : row) {
        Entry entry = option.entry(element, rows.size(), entries.size());
        entries.add(entry);
        cells += entry == null ? 0 : 1;
      }
      width = Math.max(width, entries.size());
      rows.add(entries);
    }
    return new RowsToWrite(rows, width, cells);
  }

  int height() {
    return rows.size();
  }

  int width() {
    return width;
  }

  /** The area they take from a corner on; at least one cell. */
  Area areaAt(int top, int left) {
    return new Area(top, left, top + Math.max(1, height()), left + Math.max(1, width));
  }

  /** Refuses rows or columns that would go beyond the range that was named for them. */
  void requireWithin(NamedArea named) {
    if (named.oneCell()) {
      return;
    }
    Area range = named.area();
    String name = A1.format(named.tab().title(), range);
    if (height() > range.rows()) {
      throw Refusal.invalid(
          "Requested writing within range [%s], but tried writing to row [%d]"
              .formatted(name, range.bottom() + 1));
    }
    if (width > range.columns()) {
      throw Refusal.invalid(
          "Requested writing within range [%s], but tried writing to column [%s]"
              .formatted(name, A1.column(range.right())));
    }
  }

  /** Writes all rows; everything was checked before. */
  void writeTo(Tab tab, int top, int left, Drive drive) {
    for (int index = 0; index < rows.size(); index++) {
      List<@Nullable Entry> entries = rows.get(index);
      Row before = tab.grid().row(top + index);
      Row above = top + index == 0 ? Row.BLANK : tab.grid().row(top + index - 1);
      Row.Draft draft = before.change();
      for (int column = 0; column < entries.size(); column++) {
        Entry entry = entries.get(column);
        if (entry != null) {
          draft.cell(left + column, drive.codes().encode(entry.value()));
          bringFormat(draft, left + column, entry, drive);
        }
      }
      tab.grid().row(top + index, draft.row(above));
    }
  }

  /** What Google answers to a write: an UpdateValuesResponse. */
  ObjectNode answer(String spreadsheetId, Tab tab, Area area) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("spreadsheetId", spreadsheetId);
    answer.put("updatedRange", A1.format(tab.title(), area));
    if (cells > 0) {
      answer.put("updatedRows", height());
      answer.put("updatedColumns", width);
      answer.put("updatedCells", cells);
    }
    return answer;
  }

  /** A typed date or percentage formats its cell, unless the cell has a number format already. */
  private static void bringFormat(Row.Draft draft, int column, Entry entry, Drive drive) {
    Entry.NumberFormat brought = entry.format();
    JsonNode present = drive.formats().format(draft.format(column));
    if (brought != null && !present.has("numberFormat")) {
      ObjectNode format = present.deepCopy();
      format
          .putObject("numberFormat")
          .put("type", brought.type())
          .put("pattern", brought.pattern());
      draft.format(column, drive.formats().numberOf(format));
    }
  }

  private static ArrayNode transposed(JsonNode columns) {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    for (int column = 0; column < columns.size(); column++) {
      for (int row = 0; row < columns.get(column).size(); row++) {
        while (rows.size() <= row) {
          rows.addArray();
        }
        ArrayNode cells = (ArrayNode) rows.get(row);
        while (cells.size() < column) {
          cells.addNull();
        }
        cells.add(columns.get(column).get(row));
      }
    }
    return rows;
  }
}
