package io.daybreak.simulators.sheets.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Something that people put on a tab, as Google's JSON. The JSON is never changed in place: drafts
 * of a spreadsheet share it.
 *
 * @param sheetId of the tab it is shown with; {@link #WHOLE_SPREADSHEET} for none
 */
public record SheetObject(Kind kind, int sheetId, ObjectNode json) {

  public static final int WHOLE_SPREADSHEET = -1;

  /** What there is, and where it says what cells it stands on. */
  public enum Kind {
    BASIC_FILTER("basicFilter", null, "range"),
    FILTER_VIEW("filterViews", "filterViewId", "range"),
    NAMED_RANGE("namedRanges", "namedRangeId", null),
    CONDITIONAL_FORMAT("conditionalFormats", null, "ranges"),
    BANDING("bandedRanges", "bandedRangeId", "range"),
    PROTECTION("protectedRanges", "protectedRangeId", "range"),
    CHART("charts", "chartId", null),
    SLICER("slicers", "slicerId", null),
    TABLE("tables", "tableId", "range"),
    ROW_GROUP("rowGroups", null, "range"),
    COLUMN_GROUP("columnGroups", null, "range"),
    METADATA("developerMetadata", "metadataId", "location"),
    /** Properties of rows or columns: hidden, width. */
    DIMENSION(null, null, "range"),
    /** Data validation of a range. */
    VALIDATION(null, null, "range"),
    /** A pivot table by its first cell. */
    PIVOT(null, null, "range"),
    /** A note by its cell. */
    NOTE(null, null, "range");

    private final @Nullable String field;
    private final @Nullable String idField;
    private final @Nullable String place;

    Kind(@Nullable String field, @Nullable String idField, @Nullable String place) {
      this.field = field;
      this.idField = idField;
      this.place = place;
    }

    /** The field of Google's Sheet that shows these, null for those that cells show. */
    public @Nullable String field() {
      return field;
    }

    public @Nullable String idField() {
      return idField;
    }
  }

  /** The value of its id, empty where its kind has none. */
  public String id() {
    return kind.idField == null ? "" : json.path(kind.idField).asText();
  }

  /** The range it stands on; missing where it is for a whole tab or has none. */
  public JsonNode range() {
    return json.path("range");
  }

  /** The object after a change of its JSON; null where the cells it stood on are gone. */
  @Nullable SheetObject with(@Nullable JsonNode changed) {
    if (!(changed instanceof ObjectNode object)) {
      return null;
    }
    boolean gone =
        kind.place != null
            && json.has(kind.place)
            && (!object.has(kind.place)
                || object.get(kind.place).isArray() && object.get(kind.place).isEmpty());
    boolean metadataGone =
        kind == Kind.METADATA
            && json.path("location").has("dimensionRange")
            && !object.path("location").has("dimensionRange");
    return gone || metadataGone ? null : new SheetObject(kind, sheetId, object);
  }
}
