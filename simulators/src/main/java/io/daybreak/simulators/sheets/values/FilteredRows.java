package io.daybreak.simulators.sheets.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.grid.Area;
import io.daybreak.simulators.sheets.grid.CellValue;
import io.daybreak.simulators.sheets.grid.Row;
import io.daybreak.simulators.sheets.workbook.Drive;
import io.daybreak.simulators.sheets.workbook.SheetObject;
import io.daybreak.simulators.sheets.workbook.SheetObject.Kind;
import io.daybreak.simulators.sheets.workbook.SheetObjects;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import io.daybreak.simulators.sheets.workbook.Tab;
import java.util.BitSet;
import java.util.Locale;

/** The rows that the basic filter of a tab hides. */
public final class FilteredRows {

  private final Drive drive;

  public FilteredRows(Drive drive) {
    this.drive = drive;
  }

  /** Indexes of the hidden rows; the first row of a filter is its header and never hidden. */
  public BitSet of(Spreadsheet spreadsheet, Tab tab) {
    BitSet hidden = new BitSet();
    spreadsheet
        .objects()
        .of(Kind.BASIC_FILTER, tab.id())
        .findFirst()
        .map(SheetObject::json)
        .ifPresent(filter -> hide(filter, spreadsheet, tab, hidden));
    return hidden;
  }

  private void hide(JsonNode filter, Spreadsheet spreadsheet, Tab tab, BitSet hidden) {
    ObjectNode criteria = JsonNodeFactory.instance.objectNode();
    filter.path("criteria").properties().forEach(e -> criteria.set(e.getKey(), e.getValue()));
    filter
        .path("filterSpecs")
        .forEach(
            spec ->
                criteria.set(
                    Integer.toString(spec.path("columnIndex").asInt()),
                    spec.path("filterCriteria")));
    Area area = SheetObjects.area(filter.path("range"), tab);
    Calculation calculation = new Calculation(spreadsheet, drive.codes());
    int last = Math.min(area.bottom(), tab.grid().filledRows());
    criteria
        .properties()
        .forEach(
            entry -> {
              int column = Integer.parseInt(entry.getKey());
              for (int index = area.top() + 1; index < last; index++) {
                Row row = tab.grid().row(index);
                CellValue value = calculation.value(drive.codes().decode(row.cell(column)), tab);
                JsonNode format = drive.formats().format(row.format(column));
                if (!shows(entry.getValue(), value, Rendering.shown(value, format))) {
                  hidden.set(index);
                }
              }
            });
  }

  private static boolean shows(JsonNode criteria, CellValue value, String shown) {
    for (JsonNode hidden : criteria.path("hiddenValues")) {
      if (hidden.asText().equals(shown)) {
        return false;
      }
    }
    JsonNode condition = criteria.path("condition");
    JsonNode wanted = condition.path("values").path(0).path("userEnteredValue");
    return condition.isMissingNode()
        || holds(condition.path("type").asText(), value, shown, wanted.asText());
  }

  private static boolean holds(String type, CellValue value, String shown, String wanted) {
    String text = shown.toLowerCase(Locale.ROOT);
    String other = wanted.toLowerCase(Locale.ROOT);
    return switch (type) {
      case "TEXT_EQ" -> text.equals(other);
      case "TEXT_NOT_EQ" -> !text.equals(other);
      case "TEXT_CONTAINS" -> text.contains(other);
      case "TEXT_NOT_CONTAINS" -> !text.contains(other);
      case "TEXT_STARTS_WITH" -> text.startsWith(other);
      case "TEXT_ENDS_WITH" -> text.endsWith(other);
      case "BLANK" -> shown.isEmpty();
      case "NOT_BLANK" -> !shown.isEmpty();
      default ->
          !type.startsWith("NUMBER_")
              || value instanceof CellValue.Number number
                  && holds(type, number.number(), Double.parseDouble(wanted));
    };
  }

  private static boolean holds(String type, double number, double wanted) {
    return switch (type) {
      case "NUMBER_GREATER" -> number > wanted;
      case "NUMBER_GREATER_THAN_EQ" -> number >= wanted;
      case "NUMBER_LESS" -> number < wanted;
      case "NUMBER_LESS_THAN_EQ" -> number <= wanted;
      case "NUMBER_EQ" -> number == wanted;
      case "NUMBER_NOT_EQ" -> number != wanted;
      default -> true;
    };
  }
}
