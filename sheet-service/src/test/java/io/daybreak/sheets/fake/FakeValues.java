package io.daybreak.sheets.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reading and writing ranges of values. */
final class FakeValues {

  private static final Pattern RANGE =
      Pattern.compile("'((?:[^']|'')+)'!([A-Z]+)(\\d+):([A-Z]+)(\\d+)");

  private FakeValues() {}

  private record Range(FakeTab tab, int fromRow, int toRow, int fromColumn, int toColumn) {

    static Range of(FakeSpreadsheet spreadsheet, String a1) {
      Matcher range = RANGE.matcher(a1);
      if (!range.matches()) {
        throw new FakeRefusal("Unable to parse range");
      }
      FakeTab tab =
          spreadsheet
              .tab(range.group(1).replace("''", "'"))
              .orElseThrow(() -> new FakeRefusal("Unable to parse range"));
      Range found =
          new Range(
              tab,
              Integer.parseInt(range.group(3)) - 1,
              Integer.parseInt(range.group(5)),
              column(range.group(2)),
              column(range.group(4)) + 1);
      if (found.toRow > tab.rows.size() || found.toColumn > tab.columns) {
        throw new FakeRefusal("Range exceeds grid limits.");
      }
      return found;
    }

    private static int column(String letters) {
      return letters.chars().reduce(0, (sum, letter) -> sum * 26 + letter - 'A' + 1) - 1;
    }
  }

  static Map<String, Object> update(FakeSpreadsheet spreadsheet, String a1, JsonNode rows) {
    Range range = Range.of(spreadsheet, a1);
    if (rows.size() > range.toRow - range.fromRow) {
      throw new FakeRefusal("Requested writing within range, but tried writing to a row beyond");
    }
    for (int i = 0; i < rows.size(); i++) {
      JsonNode row = rows.get(i);
      for (int j = 0; j < row.size(); j++) {
        JsonNode cell = row.get(j);
        range.tab.put(
            range.fromRow + i,
            range.fromColumn + j,
            cell.isNumber() ? (Object) cell.decimalValue() : cell.textValue());
      }
    }
    return Map.of("updatedCells", range.tab.columns * rows.size());
  }

  static Map<String, Object> columns(FakeSpreadsheet spreadsheet, URI uri) {
    List<Map<String, Object>> answers =
        Arrays.stream(uri.getRawQuery().split("&"))
            .filter(parameter -> parameter.startsWith("ranges="))
            .map(
                parameter ->
                    URLDecoder.decode(
                        parameter.substring("ranges=".length()), StandardCharsets.UTF_8))
            .map(a1 -> columns(Range.of(spreadsheet, a1)))
            .toList();
    return Map.of("valueRanges", answers);
  }

  /** Blank ends are left out, and all of it where nothing is left. */
  private static Map<String, Object> columns(Range range) {
    List<List<Object>> columns = new ArrayList<>();
    for (int column = range.fromColumn; column < range.toColumn; column++) {
      List<Object> values = new ArrayList<>();
      for (int row = range.fromRow; row < range.toRow; row++) {
        values.add(range.tab.rows.get(row).getOrDefault(column, ""));
      }
      while (!values.isEmpty() && values.get(values.size() - 1).equals("")) {
        values.remove(values.size() - 1);
      }
      columns.add(values);
    }
    while (!columns.isEmpty() && columns.get(columns.size() - 1).isEmpty()) {
      columns.remove(columns.size() - 1);
    }
    return columns.isEmpty() ? Map.of() : Map.of("values", columns);
  }
}
