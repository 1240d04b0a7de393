package io.daybreak.sheets.google;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.sheets.grid.FormulaCell;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads formulas from Google's answer as it arrives; of other cells nothing is held. */
final class FormulaReading {

  /** What {@link #read} needs, as the parameter {@code fields} takes it. */
  static final String FIELDS =
      "sheets(properties.sheetId,data(startRow,startColumn,"
          + "rowData.values(userEnteredValue.formulaValue,effectiveValue.errorValue.type)))";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final int most;
  private final List<FormulaCell> found = new ArrayList<>();

  private FormulaReading(int most) {
    this.most = most;
  }

  static List<FormulaCell> read(InputStream answer, int most) throws IOException {
    FormulaReading reading = new FormulaReading(most);
    try (JsonParser parser = JSON.createParser(answer)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean sheets = parser.currentName().equals("sheets");
        parser.nextToken();
        if (sheets) {
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            reading.sheet(parser);
          }
        } else {
          parser.skipChildren();
        }
      }
    }
    return List.copyOf(reading.found);
  }

  /** JSON has no order: whose cells they are may be told after them. */
  private void sheet(JsonParser parser) throws IOException {
    int id = 0;
    List<FormulaCell> cells = new ArrayList<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      parser.nextToken();
      switch (field) {
        case "properties" -> id = tree(parser).path("sheetId").asInt();
        case "data" -> {
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            data(parser, cells);
          }
        }
        default -> parser.skipChildren();
      }
    }
    for (FormulaCell cell : cells) {
      found.add(new FormulaCell(id, cell.row(), cell.column(), cell.formula(), cell.broken()));
    }
  }

  private void data(JsonParser parser, List<FormulaCell> cells) throws IOException {
    int startRow = 0;
    int startColumn = 0;
    List<FormulaCell> block = new ArrayList<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      parser.nextToken();
      switch (field) {
        case "startRow" -> startRow = parser.getIntValue();
        case "startColumn" -> startColumn = parser.getIntValue();
        case "rowData" -> {
          for (int row = 0; parser.nextToken() == JsonToken.START_OBJECT; row++) {
            row(parser, row, block, most - found.size() - cells.size());
          }
        }
        default -> parser.skipChildren();
      }
    }
    for (FormulaCell cell : block) {
      cells.add(
          new FormulaCell(
              0,
              startRow + cell.row(),
              startColumn + cell.column(),
              cell.formula(),
              cell.broken()));
    }
  }

  private static void row(JsonParser parser, int row, List<FormulaCell> block, int most)
      throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean values = parser.currentName().equals("values");
      parser.nextToken();
      if (!values) {
        parser.skipChildren();
        continue;
      }
      for (int column = 0; parser.nextToken() == JsonToken.START_OBJECT; column++) {
        JsonNode cell = tree(parser);
        JsonNode formula = cell.at("/userEnteredValue/formulaValue");
        if (!formula.isMissingNode() && block.size() < most) {
          boolean broken = cell.at("/effectiveValue/errorValue/type").asText().equals("REF");
          block.add(new FormulaCell(0, row, column, formula.asText(), broken));
        }
      }
    }
  }

  private static JsonNode tree(JsonParser parser) throws IOException {
    return JSON.readTree(parser);
  }
}
