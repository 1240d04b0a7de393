package io.daybreak.sheets.google;

import static io.daybreak.contracts.sheet.TabLayout.HEADER_ROWS;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.contracts.sheet.TabLayout;
import io.daybreak.sheets.grid.Area;
import io.daybreak.sheets.grid.DatedRows;
import io.daybreak.sheets.grid.GridRanges;
import io.daybreak.sheets.grid.Grids;
import io.daybreak.sheets.grid.Mark;
import io.daybreak.sheets.grid.NamedRange;
import io.daybreak.sheets.grid.Protection;
import io.daybreak.sheets.grid.Tab;
import io.daybreak.sheets.grid.TabFilter;
import io.daybreak.sheets.grid.TabView;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one tab from Google's answer as it arrives: the cells of hundreds of thousands of rows are
 * looked at one by one and never held together.
 */
final class TabReading {

  /** What {@link #read} needs, as the parameter {@code fields} takes it. */
  static final String FIELDS =
      "sheets(properties(sheetId,title,gridProperties(rowCount,columnCount,frozenRowCount)),"
          + "merges,basicFilter,"
          + "protectedRanges(range,namedRangeId,description,warningOnly,requestingUserCanEdit,"
          + "unprotectedRanges),"
          + "developerMetadata(metadataId,metadataKey,metadataValue),"
          + "data(startRow,startColumn,rowData.values.effectiveValue)),"
          + "namedRanges(namedRangeId,name,range)";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final TabLayout layout;
  private final DatedRows.Reader rows;
  private final List<List<String>> top = new ArrayList<>();
  private @Nullable JsonNode properties;
  private @Nullable TabFilter filter;
  private @Nullable Mark mark;
  private List<Area> merges = List.of();
  private final List<JsonNode> protectedRanges = new ArrayList<>();
  private final List<NamedRange> names = new ArrayList<>();

  private TabReading(TabLayout layout) {
    this.layout = layout;
    this.rows = new DatedRows.Reader(Grids.dateColumn(layout));
  }

  /** The ranges whose cells are read: the first two rows, and the dates with their neighbours. */
  static List<Map<String, Object>> ranges(int tab, TabLayout layout) {
    int date = Grids.dateColumn(layout);
    return List.of(
        GridRanges.of(tab, new Area(0, HEADER_ROWS, 0, layout.columns().size())),
        GridRanges.of(tab, new Area(HEADER_ROWS, Area.OPEN, date, date + 2)));
  }

  /**
   * @return nothing if the answer has no tab
   * @throws io.daybreak.sheets.failure.FailureException with {@link
   *     io.daybreak.sheets.grid.TabChanged} if a row among ours has lost its date
   */
  static Optional<TabView> read(InputStream answer, TabLayout layout) throws IOException {
    TabReading reading = new TabReading(layout);
    try (JsonParser parser = JSON.createParser(answer)) {
      reading.spreadsheet(parser);
    }
    return reading.view();
  }

  private void spreadsheet(JsonParser parser) throws IOException {
    parser.nextToken();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      parser.nextToken();
      switch (field) {
        case "sheets" -> {
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            sheet(parser);
          }
        }
        case "namedRanges" -> tree(parser).forEach(this::name);
        default -> parser.skipChildren();
      }
    }
  }

  private void sheet(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      parser.nextToken();
      switch (field) {
        case "properties" -> properties = tree(parser);
        case "merges" -> merges = areas(tree(parser));
        case "basicFilter" -> filter(tree(parser));
        case "protectedRanges" -> tree(parser).forEach(protectedRanges::add);
        case "developerMetadata" -> tree(parser).forEach(this::metadata);
        case "data" -> {
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            data(parser);
          }
        }
        default -> parser.skipChildren();
      }
    }
  }

  /**
   * JSON has no order: where the cells begin may be told after them. Rows wait for it, but no more
   * than the header has, as a range with more is the one below; so memory stays flat.
   */
  private void data(JsonParser parser) throws IOException {
    boolean below = false;
    List<List<@Nullable Object>> waiting = new ArrayList<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      parser.nextToken();
      if (field.equals("startRow")) {
        below |= parser.getIntValue() >= HEADER_ROWS;
      } else if (field.equals("rowData")) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          waiting.add(cells(parser));
          if (waiting.size() > HEADER_ROWS) {
            below = true;
            waiting.forEach(this::below);
            waiting.clear();
          }
        }
      } else {
        parser.skipChildren();
      }
    }
    waiting.forEach(below ? this::below : this::onTop);
  }

  private void below(List<@Nullable Object> cells) {
    rows.add(cell(cells, 0), cell(cells, 1));
  }

  private void onTop(List<@Nullable Object> cells) {
    List<String> texts = new ArrayList<>();
    for (int column = 0; column < layout.columns().size(); column++) {
      Object value = cell(cells, column);
      texts.add(value == null ? "" : value.toString());
    }
    top.add(List.copyOf(texts));
  }

  private static @Nullable Object cell(List<@Nullable Object> cells, int column) {
    return column < cells.size() ? cells.get(column) : null;
  }

  private static List<@Nullable Object> cells(JsonParser parser) throws IOException {
    List<@Nullable Object> cells = new ArrayList<>(2);
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean values = parser.currentName().equals("values");
      parser.nextToken();
      if (!values) {
        parser.skipChildren();
        continue;
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        cells.add(value(parser));
      }
    }
    return cells;
  }

  /** The value within a cell, however deep; null for an empty cell. */
  private static @Nullable Object value(JsonParser parser) throws IOException {
    Object value = null;
    int depth = 1;
    while (depth > 0) {
      JsonToken token = parser.nextToken();
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else if (token.isNumeric()) {
        value = parser.getDoubleValue();
      } else if (token.isScalarValue()) {
        value = value instanceof Number ? value : parser.getText();
      }
    }
    return value;
  }

  private void filter(JsonNode shown) {
    if (shown.has("range")) {
      Map<String, Object> content =
          JSON.convertValue(
              shown, JSON.getTypeFactory().constructMapType(Map.class, String.class, Object.class));
      filter = new TabFilter(content, area(shown.get("range")));
    }
  }

  private void metadata(JsonNode shown) {
    Mark.of(
            shown.path("metadataId").asInt(),
            shown.path("metadataKey").asText(),
            shown.path("metadataValue").asText())
        .ifPresent(found -> mark = found);
  }

  private void name(JsonNode shown) {
    JsonNode range = shown.path("range");
    names.add(
        new NamedRange(
            shown.path("namedRangeId").asText(),
            shown.path("name").asText(),
            range.path("sheetId").asInt(),
            area(range)));
  }

  private Optional<TabView> view() {
    if (properties == null) {
      return Optional.empty();
    }
    JsonNode grid = properties.path("gridProperties");
    Tab tab =
        new Tab(
            properties.path("sheetId").asInt(),
            properties.path("title").asText(),
            grid.path("rowCount").asInt(),
            grid.path("columnCount").asInt());
    return Optional.of(
        new TabView(
            tab,
            grid.path("frozenRowCount").asInt(),
            merges,
            filter,
            protectedRanges.stream().map(this::protection).toList(),
            names,
            mark,
            top,
            rows.end(tab.title())));
  }

  private Protection protection(JsonNode shown) {
    boolean editable =
        shown.path("warningOnly").asBoolean() || shown.path("requestingUserCanEdit").asBoolean();
    Area area =
        names.stream()
            .filter(name -> !shown.has("range"))
            .filter(name -> name.id().equals(shown.path("namedRangeId").asText()))
            .map(NamedRange::area)
            .findFirst()
            .orElseGet(() -> area(shown.path("range")));
    return new Protection(
        area, shown.path("description").asText(), editable, areas(shown.path("unprotectedRanges")));
  }

  private static List<Area> areas(JsonNode ranges) {
    List<Area> areas = new ArrayList<>();
    ranges.forEach(range -> areas.add(area(range)));
    return areas;
  }

  private static Area area(JsonNode range) {
    return new Area(
        range.path("startRowIndex").asInt(0),
        range.path("endRowIndex").asInt(Area.OPEN),
        range.path("startColumnIndex").asInt(0),
        range.path("endColumnIndex").asInt(Area.OPEN));
  }

  private static JsonNode tree(JsonParser parser) throws IOException {
    return JSON.readTree(parser);
  }
}
