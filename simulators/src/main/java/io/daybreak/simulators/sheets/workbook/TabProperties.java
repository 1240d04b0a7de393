package io.daybreak.simulators.sheets.workbook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A tab's properties as Google shows them. */
public final class TabProperties {

  private static final String GRID = "gridProperties";

  private TabProperties() {}

  public static ObjectNode of(Spreadsheet spreadsheet, Tab tab) {
    ObjectNode properties = JsonNodeFactory.instance.objectNode();
    properties.put("sheetId", tab.id());
    properties.put("title", tab.title());
    properties.put("index", spreadsheet.indexOf(tab));
    properties.put("sheetType", "GRID");
    ObjectNode grid = properties.putObject(GRID);
    grid.put("rowCount", tab.grid().rowCount());
    grid.put("columnCount", tab.grid().columnCount());
    if (tab.frozenRows() > 0) {
      grid.put("frozenRowCount", tab.frozenRows());
    }
    if (tab.frozenColumns() > 0) {
      grid.put("frozenColumnCount", tab.frozenColumns());
    }
    if (tab.hidden()) {
      properties.put("hidden", true);
    }
    tab.looks()
        .properties()
        .forEach(
            look -> {
              if (look.getKey().equals(GRID)) {
                grid.setAll((ObjectNode) look.getValue());
              } else {
                properties.set(look.getKey(), look.getValue());
              }
            });
    if (properties.path("sheetType").asText().equals("OBJECT")) {
      properties.remove(GRID);
    }
    return properties;
  }
}
