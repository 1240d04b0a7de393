package io.daybreak.simulators.sheets.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.grid.Area;
import io.daybreak.simulators.sheets.grid.CellCode;
import io.daybreak.simulators.sheets.grid.Row;
import io.daybreak.simulators.sheets.refusal.Refusal;
import io.daybreak.simulators.sheets.workbook.A1;
import io.daybreak.simulators.sheets.workbook.Drive;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import io.daybreak.simulators.sheets.workbook.Tab;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code values.update}, {@code append}, {@code clear} and {@code batchUpdate}. */
public final class ValueWrites {

  private final Drive drive;

  public ValueWrites(Drive drive) {
    this.drive = drive;
  }

  /** Writes at a range; a grid is never extended. */
  public ObjectNode update(
      Spreadsheet spreadsheet, String range, @Nullable String option, JsonNode valueRange) {
    requireSameRange(range, valueRange);
    return prepare(spreadsheet, range, valueRange, InputOption.named(option)).write(spreadsheet);
  }

  /** Several ranges in one call, all or none of them. */
  public ObjectNode batchUpdate(Spreadsheet spreadsheet, JsonNode request) {
    InputOption option = InputOption.named(request.path("valueInputOption").textValue());
    List<Prepared> prepared = new ArrayList<>();
    for (JsonNode data : request.path("data")) {
      prepared.add(prepare(spreadsheet, data.path("range").asText(), data, option));
    }
    ArrayNode responses = JsonNodeFactory.instance.arrayNode();
    prepared.forEach(part -> responses.add(part.write(spreadsheet)));
    return summary(spreadsheet, prepared, responses);
  }

  /**
   * Writes below the table that the range lies in, adding rows as needed. The real search for a
   * table knows more cases [?]; here the table is what is filled from the range's first row on.
   */
  public ObjectNode append(
      Spreadsheet spreadsheet,
      String range,
      @Nullable String option,
      boolean insertRows,
      JsonNode valueRange) {
    NamedArea named = NamedArea.parse(spreadsheet, range);
    named.requireStartWithin();
    RowsToWrite rows = RowsToWrite.of(valueRange, InputOption.named(option));
    Tab tab = named.tab();
    Area table = tableAt(tab, named.area().top(), named.area().left());
    Area target = rows.areaAt(table.bottom(), table.left());
    if (target.right() > tab.grid().columnCount()) {
      throw tab.outside(target);
    }
    int missing = insertRows ? rows.height() : target.bottom() - tab.grid().rowCount();
    if (missing > 0) {
      spreadsheet.insert(tab, true, insertRows ? table.bottom() : tab.grid().rowCount(), missing);
    }
    spreadsheet.requireEditable(tab, target);
    rows.writeTo(tab, target.top(), target.left(), drive);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("spreadsheetId", spreadsheet.id());
    if (!table.isEmpty()) {
      answer.put("tableRange", A1.format(tab.title(), table));
    }
    answer.set("updates", rows.answer(spreadsheet.id(), tab, target));
    return answer;
  }

  /** Clears values and keeps formats; answers the cleared range. */
  public String clear(Spreadsheet spreadsheet, String range) {
    NamedArea named = NamedArea.parse(spreadsheet, range);
    Area area = named.readable();
    Tab tab = named.tab();
    spreadsheet.requireEditable(tab, area);
    int last = Math.min(area.bottom(), tab.grid().filledRows());
    tab.grid()
        .change(
            area.top(),
            Math.max(area.top(), last),
            row -> {
              Row.Draft draft = row.change();
              for (int column = area.left(); column < area.right(); column++) {
                draft.cell(column, CellCode.BLANK);
              }
              return draft.row();
            });
    return A1.format(tab.title(), area);
  }

  /** A write that has passed every check. */
  private record Prepared(Tab tab, Area area, RowsToWrite rows, Drive drive) {

    ObjectNode write(Spreadsheet spreadsheet) {
      rows.writeTo(tab, area.top(), area.left(), drive);
      return rows.answer(spreadsheet.id(), tab, area);
    }
  }

  private Prepared prepare(
      Spreadsheet spreadsheet, String range, JsonNode valueRange, InputOption option) {
    NamedArea named = NamedArea.parse(spreadsheet, range);
    named.requireStartWithin();
    RowsToWrite rows = RowsToWrite.of(valueRange, option);
    rows.requireWithin(named);
    Area area = rows.areaAt(named.area().top(), named.area().left());
    named.tab().requireWithin(area);
    spreadsheet.requireEditable(named.tab(), area);
    return new Prepared(named.tab(), area, rows, drive);
  }

  private static void requireSameRange(String range, JsonNode valueRange) {
    String inBody = valueRange.path("range").asText(range);
    if (!inBody.equals(range)) {
      throw Refusal.invalid(
          "Requested writing within range [%s], but the body names range [%s]" // [?]
              .formatted(range, inBody));
    }
  }

  private static Area tableAt(Tab tab, int top, int left) {
    int bottom = top;
    int right = left;
    while (bottom < tab.grid().filledRows() && tab.grid().row(bottom).width() > left) {
      right = Math.max(right, tab.grid().row(bottom).width());
      bottom++;
    }
    return new Area(top, left, bottom, right);
  }

  private static ObjectNode summary(
      Spreadsheet spreadsheet, List<Prepared> prepared, ArrayNode responses) {
    Set<Integer> tabs = new HashSet<>();
    int rows = 0;
    int columns = 0;
    int cells = 0;
    for (int i = 0; i < prepared.size(); i++) {
      tabs.add(prepared.get(i).tab().id());
      rows += responses.get(i).path("updatedRows").asInt();
      columns += responses.get(i).path("updatedColumns").asInt();
      cells += responses.get(i).path("updatedCells").asInt();
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("spreadsheetId", spreadsheet.id());
    answer.put("totalUpdatedRows", rows);
    answer.put("totalUpdatedColumns", columns);
    answer.put("totalUpdatedCells", cells);
    answer.put("totalUpdatedSheets", tabs.size());
    answer.set("responses", responses);
    return answer;
  }
}
