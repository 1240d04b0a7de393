package io.daybreak.simulators.sheets.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.refusal.Refusal;
import io.daybreak.simulators.sheets.workbook.SheetObject.Kind;
import java.util.List;

/** Developer metadata: where it is, and what finds it. */
public final class Metadata {

  private Metadata() {}

  /**
   * Completes the location of metadata.
   *
   * @return the tab it belongs to
   */
  public static int settleLocation(ObjectNode json, Spreadsheet spreadsheet) {
    if (!(json.path("location") instanceof ObjectNode location)) {
      throw Refusal.invalid("Metadata location must be specified."); // [?]
    }
    if (location.path("dimensionRange") instanceof ObjectNode range) {
      int length = range.path("endIndex").asInt() - range.path("startIndex").asInt();
      if (length != 1) {
        throw Refusal.invalid( // [?]
            "Metadata can only be associated with a single row or column.");
      }
      location.put(
          "locationType", range.path("dimension").asText().equals("ROWS") ? "ROW" : "COLUMN");
      return spreadsheet.tab(range.path("sheetId").asInt()).id();
    }
    if (location.path("spreadsheet").asBoolean()) {
      location.put("locationType", "SPREADSHEET");
      return SheetObject.WHOLE_SPREADSHEET;
    }
    location.put("locationType", "SHEET");
    return spreadsheet.tab(location.path("sheetId").asInt()).id();
  }

  /** What a DataFilter with a DeveloperMetadataLookup finds. */
  public static List<SheetObject> matching(JsonNode filter, Spreadsheet spreadsheet) {
    JsonNode lookup = filter.path("developerMetadataLookup");
    if (lookup.isMissingNode()) {
      return List.of();
    }
    return spreadsheet
        .objects()
        .of(Kind.METADATA)
        .filter(object -> matches(object.json(), lookup))
        .toList();
  }

  private static boolean matches(JsonNode metadata, JsonNode lookup) {
    for (String field : List.of("metadataId", "metadataKey", "metadataValue", "visibility")) {
      if (lookup.has(field) && !lookup.get(field).asText().equals(metadata.path(field).asText())) {
        return false;
      }
    }
    JsonNode location = metadata.path("location");
    if (lookup.has("locationType")
        && !lookup.get("locationType").asText().equals(location.path("locationType").asText())) {
      return false;
    }
    JsonNode wanted = lookup.path("metadataLocation");
    if (wanted.has("sheetId")) {
      boolean sheet = location.path("locationType").asText().equals("SHEET");
      int sheetId = (sheet ? location : location.path("dimensionRange")).path("sheetId").asInt();
      boolean anyPlace =
          lookup.path("locationMatchingStrategy").asText().equals("INTERSECTING_LOCATION");
      return (sheet || anyPlace) && sheetId == wanted.get("sheetId").asInt();
    }
    return !wanted.path("spreadsheet").asBoolean() || location.path("spreadsheet").asBoolean();
  }
}
