package io.daybreak.sheets.google;

import com.google.api.client.json.GenericJson;
import com.google.api.services.sheets.v4.model.BatchGetValuesResponse;
import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetResponse;
import com.google.api.services.sheets.v4.model.SheetProperties;
import com.google.api.services.sheets.v4.model.Spreadsheet;
import com.google.api.services.sheets.v4.model.UpdateValuesResponse;

/**
 * What the calls ask Google to answer. Only these fields arrive, so only their classes have to be
 * registered in {@link GoogleModels}.
 */
enum Answer {
  TABS(
      Spreadsheet.class,
      "properties(title,timeZone),"
          + "sheets(properties(sheetId,title,gridProperties(rowCount,columnCount)),"
          + "developerMetadata(metadataId,metadataKey,metadataValue)),namedRanges.name"),
  VALUES(BatchGetValuesResponse.class, "valueRanges(values)"),
  CHANGED(BatchUpdateSpreadsheetResponse.class, "spreadsheetId"),
  WRITTEN(UpdateValuesResponse.class, "updatedCells"),
  COPIED(SheetProperties.class, "sheetId");

  private final Class<? extends GenericJson> type;
  private final String fields;

  Answer(Class<? extends GenericJson> type, String fields) {
    this.type = type;
    this.fields = fields;
  }

  Class<? extends GenericJson> type() {
    return type;
  }

  /** As the parameter {@code fields} takes it. */
  String fields() {
    return fields;
  }
}
