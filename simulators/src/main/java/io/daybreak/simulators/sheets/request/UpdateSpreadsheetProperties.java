package io.daybreak.simulators.sheets.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.mask.FieldMask;
import io.daybreak.simulators.sheets.workbook.Drive;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import org.jspecify.annotations.Nullable;

/** {@code updateSpreadsheetProperties}: of the properties only the title is kept. */
record UpdateSpreadsheetProperties(@Nullable JsonNode properties, @Nullable String fields)
    implements Request {

  @Override
  public @Nullable ObjectNode apply(Spreadsheet spreadsheet, Drive drive) {
    FieldMask mask = FieldMask.required(fields);
    if (mask.names("title") && properties != null) {
      spreadsheet.title(properties.path("title").asText());
    }
    return null;
  }
}
