package io.daybreak.sheets.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A spreadsheet: tabs under a common limit of cells, changed by batches or not at all. */
public final class FakeSpreadsheet {

  private static final long CELL_LIMIT = 10_000_000;

  private List<FakeTab> tabs = new ArrayList<>();

  public FakeSpreadsheet(FakeTab... tabs) {
    this.tabs.addAll(Arrays.asList(tabs));
  }

  public List<FakeTab> tabs() {
    return List.copyOf(tabs);
  }

  public Optional<FakeTab> tab(String title) {
    return tabs.stream().filter(tab -> tab.title.equals(title)).findFirst();
  }

  public void remove(FakeTab tab) {
    tabs.remove(tab);
  }

  public void add(FakeTab tab) {
    tabs.add(tab);
    checkLimit();
  }

  /** All or nothing. */
  void batch(JsonNode requests) {
    List<FakeTab> before = tabs;
    tabs = new ArrayList<>(tabs.stream().map(tab -> tab.copy(tab.id, tab.title)).toList());
    try {
      requests.forEach(this::apply);
    } catch (FakeRefusal refusal) {
      tabs = before;
      throw refusal;
    }
  }

  private void apply(JsonNode request) {
    String name = request.fieldNames().next();
    JsonNode body = request.get(name);
    switch (name) {
      case "addSheet" -> addSheet(body.get("properties"));
      case "deleteSheet" -> tabs.remove(byId(body.get("sheetId").intValue()));
      case "updateSheetProperties" -> updateProperties(body);
      case "deleteDimension" -> deleteDimension(body.get("range"));
      case "appendDimension" -> appendDimension(body);
      case "mergeCells" -> byId(body.get("range")).merges++;
      case "unmergeCells" -> byId(body.get("range")).merges = 0;
      case "updateCells" -> updateCells(body);
      case "insertDimension" ->
          byId(body.get("range"))
              .insertRows(
                  body.at("/range/startIndex").intValue(),
                  body.at("/range/endIndex").intValue() - body.at("/range/startIndex").intValue());
      case "createDeveloperMetadata" ->
          byId(body.at("/developerMetadata/location")).mark =
              body.at("/developerMetadata/metadataValue").textValue();
      case "updateDeveloperMetadata" ->
          byId(body.at("/dataFilters/0/developerMetadataLookup/metadataId").intValue() - 1).mark =
              body.at("/developerMetadata/metadataValue").textValue();
      case "copyPaste" -> copyPaste(body);
      case "repeatCell" ->
          byId(body.get("range"))
              .formats
              .put(
                  body.at("/range/startColumnIndex").intValue(),
                  body.at("/cell/userEnteredFormat/numberFormat/type").asText(""));
      default -> throw new FakeRefusal("Unknown name " + name);
    }
    checkLimit();
  }

  private void checkLimit() {
    if (tabs.stream().mapToLong(FakeTab::cells).sum() > CELL_LIMIT) {
      throw new FakeRefusal("This action would increase the number of cells above the limit.");
    }
  }

  private void addSheet(JsonNode properties) {
    int id = properties.get("sheetId").intValue();
    if (tabs.stream().anyMatch(tab -> tab.id == id)) {
      throw new FakeRefusal("Sheet with id " + id + " already exists.");
    }
    FakeTab tab =
        new FakeTab(
            id,
            freeTitle(properties.get("title").textValue()),
            properties.at("/gridProperties/rowCount").intValue(),
            properties.at("/gridProperties/columnCount").intValue());
    tab.hidden = properties.path("hidden").asBoolean();
    tabs.add(tab);
  }

  private String freeTitle(String title) {
    if (title.length() > 100 || tabs.stream().anyMatch(t -> t.title.equalsIgnoreCase(title))) {
      throw new FakeRefusal("A sheet with this name already exists, or its name is too long.");
    }
    return title;
  }

  private void updateProperties(JsonNode body) {
    JsonNode properties = body.get("properties");
    FakeTab tab = byId(properties);
    for (String field : body.get("fields").textValue().split(",")) {
      switch (field) {
        case "title" -> tab.title = freeTitle(properties.get("title").textValue());
        case "hidden" -> tab.hidden = properties.get("hidden").booleanValue();
        case "gridProperties.frozenRowCount" ->
            tab.freeze(properties.at("/gridProperties/frozenRowCount").intValue());
        case "gridProperties.frozenColumnCount" -> {}
        default -> throw new FakeRefusal("Unknown field " + field);
      }
    }
  }

  private void deleteDimension(JsonNode range) {
    FakeTab tab = byId(range);
    int from = range.get("startIndex").intValue();
    int to = range.get("endIndex").intValue();
    if (range.get("dimension").textValue().equals("ROWS")) {
      tab.deleteRows(from, to);
    } else {
      tab.deleteColumns(from, to);
    }
  }

  private void appendDimension(JsonNode body) {
    FakeTab tab = byId(body);
    int length = body.get("length").intValue();
    if (body.get("dimension").textValue().equals("ROWS")) {
      tab.appendRows(length);
    } else {
      tab.columns += length;
    }
  }

  private void updateCells(JsonNode body) {
    JsonNode range = body.get("range");
    FakeTab tab = byId(range);
    int fromRow = range.get("startRowIndex").intValue();
    for (int row = fromRow; row < range.get("endRowIndex").intValue(); row++) {
      JsonNode cells = body.path("rows").path(row - fromRow).path("values");
      for (int column = 0; column < range.get("endColumnIndex").intValue(); column++) {
        JsonNode value = cells.path(column).path("userEnteredValue");
        tab.put(
            row,
            column,
            value.has("numberValue")
                ? (Object) value.get("numberValue").decimalValue()
                : value.path("stringValue").textValue());
      }
    }
  }

  private void copyPaste(JsonNode body) {
    JsonNode source = body.get("source");
    JsonNode destination = body.get("destination");
    FakeTab from = byId(source);
    FakeTab to = byId(destination);
    int firstRow = source.get("startRowIndex").intValue();
    int rows = source.get("endRowIndex").intValue() - firstRow;
    for (int i = 0; i < rows; i++) {
      for (int column = 0; column < source.get("endColumnIndex").intValue(); column++) {
        to.put(
            destination.get("startRowIndex").intValue() + i,
            column,
            from.rows.get(firstRow + i).get(column));
      }
    }
  }

  FakeTab byId(JsonNode holder) {
    return byId(holder.get("sheetId").intValue());
  }

  FakeTab byId(int id) {
    return tabs.stream()
        .filter(tab -> tab.id == id)
        .findFirst()
        .orElseThrow(() -> new FakeRefusal("No grid with id: " + id));
  }
}
