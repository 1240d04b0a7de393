package io.daybreak.simulators.sheets.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.mask.FieldMask;
import io.daybreak.simulators.sheets.workbook.Drive;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import org.jspecify.annotations.Nullable;

/** {@code updateSpreadsheetProperties}: title, locale, time zone and what else there is. */
record UpdateSpreadsheetProperties(@Nullable JsonNode properties, @Nullable String fields)
    implements Request {

  @Override
  public @Nullable ObjectNode apply(Spreadsheet spreadsheet, Drive drive) {
    FieldMask mask = FieldMask.required(fields);
    if (mask.names("title") && properties != null) {
      spreadsheet.title(properties.path("title").asText());
    }
    ObjectNode changed = spreadsheet.properties().deepCopy();
    mask.merge(changed, properties == null ? changed.objectNode() : properties);
    changed.remove("title");
    spreadsheet.properties(changed);
    return null;
  }
}
