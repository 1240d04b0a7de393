package io.daybreak.simulators.sheets.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.grid.CellCode;
import io.daybreak.simulators.sheets.grid.CellValue;
import io.daybreak.simulators.sheets.grid.Row;
import io.daybreak.simulators.sheets.mask.FieldMask;
import io.daybreak.simulators.sheets.workbook.Drive;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which parts of a cell a request changes: its value, its format or parts of its format. */
final class CellMask {

  private static final String VALUE = "userEnteredValue";
  private static final String FORMAT = "userEnteredFormat";

  private final FieldMask mask;
  private final Drive drive;

  /** Formats worked out already: cells of a column mostly start from the same one. */
  private final Map<Short, Short> known = new HashMap<>();

  private @Nullable JsonNode knownFor;

  CellMask(@Nullable String fields, Drive drive) {
    this.mask = FieldMask.required(fields);
    this.drive = drive;
  }

  FieldMask fields() {
    return mask;
  }

  /** Changes one cell to what Google's CellData says. */
  void apply(JsonNode cellData, Row.Draft draft, int column) {
    if (mask.names(VALUE)) {
      draft.cell(column, code(cellData.path(VALUE)));
    }
    if (mask.names(FORMAT)) {
      draft.format(column, changed(draft.format(column), cellData.path(FORMAT)));
    }
  }

  private short changed(short before, JsonNode given) {
    if (given != knownFor) {
      known.clear();
      knownFor = given;
    }
    return known.computeIfAbsent(
        before,
        number -> {
          ObjectNode format = drive.formats().format(number).deepCopy();
          mask.within(FORMAT).merge(format, given);
          return drive.formats().numberOf(format);
        });
  }

  private long code(JsonNode value) {
    if (value.has("numberValue")) {
      return drive.codes().encode(new CellValue.Number(value.get("numberValue").asDouble()));
    } else if (value.has("boolValue")) {
      return drive.codes().encode(new CellValue.Bool(value.get("boolValue").asBoolean()));
    } else if (value.has("formulaValue")) {
      return drive.codes().encode(new CellValue.Formula(value.get("formulaValue").asText()));
    }
    String text = value.path("stringValue").asText();
    return text.isEmpty() ? CellCode.BLANK : drive.codes().encode(new CellValue.Text(text));
  }
}
