package io.daybreak.simulators.sheets.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.mask.FieldMask;
import io.daybreak.simulators.sheets.refusal.Refusal;
import io.daybreak.simulators.sheets.workbook.Drive;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import io.daybreak.simulators.sheets.workbook.Tab;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code updateSheetProperties}. A bare {@code gridProperties} in the mask resets every one of them
 * that is not given, and so mostly fails; the mask has to name the part.
 */
record UpdateSheetProperties(
    @Nullable SheetProperties properties, @Nullable String fields, @Nullable JsonNode given)
    implements Request {

  private static final String GRID = "gridProperties";

  /** Properties of looks, which are kept as they come. */
  private static final List<String> LOOKS = List.of("tabColor", "tabColorStyle", "rightToLeft");

  private static final List<String> GRID_LOOKS =
      List.of("hideGridlines", "rowGroupControlAfter", "columnGroupControlAfter");

  static Request read(JsonNode content) {
    UpdateSheetProperties typed =
        (UpdateSheetProperties) RequestTypes.typed(UpdateSheetProperties.class).apply(content);
    return new UpdateSheetProperties(typed.properties, typed.fields, content.path("properties"));
  }

  @Override
  public @Nullable ObjectNode apply(Spreadsheet spreadsheet, Drive drive) {
    FieldMask mask = FieldMask.required(fields);
    if (properties == null) {
      throw Refusal.invalid("No properties specified."); // [?]
    }
    Integer sheetId = properties.sheetId();
    Tab tab = spreadsheet.tab(sheetId == null ? 0 : sheetId);
    spreadsheet.requireEditableAsWhole(tab);
    if (given != null) {
      changeLooks(tab, mask, given);
    }
    if (mask.names("title")) {
      spreadsheet.rename(tab, properties.title() == null ? "" : properties.title());
    }
    if (mask.names(GRID)) {
      changeGrid(spreadsheet, tab, mask.within(GRID), properties.grid());
    }
    if (mask.names("hidden")) {
      spreadsheet.hide(tab, Boolean.TRUE.equals(properties.hidden()));
    }
    if (mask.names("index")) {
      Integer index = properties.index();
      spreadsheet.move(tab, index == null ? 0 : index);
    }
    return null;
  }

  private static void changeLooks(Tab tab, FieldMask mask, JsonNode given) {
    ObjectNode looks = tab.looks().deepCopy();
    for (String look : LOOKS) {
      if (mask.names(look)) {
        set(looks, look, given.path(look));
      }
    }
    FieldMask grid = mask.within(GRID);
    for (String look : GRID_LOOKS) {
      if (mask.names(GRID) && named(grid, look)) {
        set(looks.withObjectProperty(GRID), look, given.path(GRID).path(look));
      }
    }
    tab.looks(looks);
  }

  private static void set(ObjectNode looks, String look, JsonNode value) {
    if (value.isMissingNode()) {
      looks.remove(look);
    } else {
      looks.set(look, value);
    }
  }

  /** Fewer frozen rows come first and more come last, so that either goes with a change of size. */
  private static void changeGrid(
      Spreadsheet spreadsheet, Tab tab, FieldMask mask, SheetProperties.GridProperties asked) {
    int frozenRows = named(mask, "frozenRowCount") ? asked.frozenRowsOr(0) : tab.frozenRows();
    int frozenColumns =
        named(mask, "frozenColumnCount") ? asked.frozenColumnsOr(0) : tab.frozenColumns();
    tab.freeze(
        Math.min(frozenRows, tab.frozenRows()), Math.min(frozenColumns, tab.frozenColumns()));
    if (named(mask, "rowCount")) {
      resize(spreadsheet, tab, Dimension.ROWS, asked.rowsOr(0));
    }
    if (named(mask, "columnCount")) {
      resize(spreadsheet, tab, Dimension.COLUMNS, asked.columnsOr(0));
    }
    tab.freeze(frozenRows, frozenColumns);
  }

  /** Rows are changed first, against the old number of columns, as Google counts. */
  private static void resize(Spreadsheet spreadsheet, Tab tab, Dimension dimension, int wanted) {
    int present = dimension.size(tab);
    if (wanted > present) {
      dimension.insert(spreadsheet, tab, present, wanted - present);
    } else if (wanted < present) {
      dimension.delete(spreadsheet, tab, Math.max(0, wanted), present);
    }
  }

  private static boolean named(FieldMask mask, String field) {
    return mask.isWhole() || mask.names(field);
  }
}
