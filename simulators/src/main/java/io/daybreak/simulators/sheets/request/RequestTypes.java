package io.daybreak.simulators.sheets.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.simulators.sheets.refusal.Refusal;
import io.daybreak.simulators.sheets.workbook.SheetObject.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The requests of a batch by their names in Google's Request. */
final class RequestTypes {

  /** Fields that are known to Google and not to these classes are looks; they are passed over. */
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private static final Map<String, Function<JsonNode, Request>> TYPES = new HashMap<>();

  static {
    tabs();
    cells();
    objects();
  }

  private RequestTypes() {}

  private static void tabs() {
    TYPES.put("addSheet", typed(AddSheet.class));
    TYPES.put("deleteSheet", typed(DeleteSheet.class));
    TYPES.put("duplicateSheet", typed(DuplicateSheet.class));
    TYPES.put("updateSheetProperties", UpdateSheetProperties::read);
    TYPES.put("updateSpreadsheetProperties", typed(UpdateSpreadsheetProperties.class));
    TYPES.put("deleteDimension", typed(DeleteDimension.class));
    TYPES.put("insertDimension", typed(InsertDimension.class));
    TYPES.put("appendDimension", typed(AppendDimension.class));
    TYPES.put("updateDimensionProperties", DimensionRequests::update);
    TYPES.put("addDimensionGroup", DimensionRequests::addGroup);
    TYPES.put("updateDimensionGroup", DimensionRequests::updateGroup);
    TYPES.put("deleteDimensionGroup", DimensionRequests::deleteGroup);
    TYPES.put("autoResizeDimensions", typed(Looks.class));
  }

  private static void cells() {
    TYPES.put("mergeCells", typed(MergeCells.class));
    TYPES.put("unmergeCells", typed(UnmergeCells.class));
    TYPES.put("updateCells", typed(UpdateCells.class));
    TYPES.put("appendCells", typed(AppendCells.class));
    TYPES.put("repeatCell", typed(RepeatCell.class));
    TYPES.put("copyPaste", typed(CopyPaste.class));
    TYPES.put("pasteData", typed(PasteData.class));
    TYPES.put("sortRange", typed(SortRange.class));
    TYPES.put("findReplace", typed(FindReplace.class));
    TYPES.put("setDataValidation", typed(SetDataValidation.class));
    TYPES.put("updateBorders", typed(Looks.class));
  }

  private static void objects() {
    TYPES.put("setBasicFilter", FilterRequests::set);
    TYPES.put("clearBasicFilter", FilterRequests::clear);
    kept("FilterView", Kind.FILTER_VIEW, "filter", "filterId");
    TYPES.put("duplicateFilterView", FilterRequests::duplicateView);
    kept("NamedRange", Kind.NAMED_RANGE, "namedRange", "namedRangeId");
    kept("Banding", Kind.BANDING, "bandedRange", "bandedRangeId");
    kept("ProtectedRange", Kind.PROTECTION, "protectedRange", "protectedRangeId");
    kept("Table", Kind.TABLE, "table", "tableId");
    TYPES.put("addConditionalFormatRule", ConditionalFormatRequests::add);
    TYPES.put("updateConditionalFormatRule", ConditionalFormatRequests::update);
    TYPES.put("deleteConditionalFormatRule", ConditionalFormatRequests::delete);
    TYPES.put("addChart", ChartRequests::add);
    TYPES.put("updateChartSpec", ObjectRequests.updateSpec(Kind.CHART));
    TYPES.put("addSlicer", ObjectRequests.add(Kind.SLICER, "slicer"));
    TYPES.put("updateSlicerSpec", ObjectRequests.updateSpec(Kind.SLICER));
    TYPES.put("deleteEmbeddedObject", ChartRequests::delete);
    TYPES.put("updateEmbeddedObjectPosition", ChartRequests::move);
    TYPES.put("createDeveloperMetadata", MetadataRequests::create);
    TYPES.put("updateDeveloperMetadata", MetadataRequests::update);
    TYPES.put("deleteDeveloperMetadata", MetadataRequests::delete);
  }

  private static void kept(String name, Kind kind, String field, String idOfDeletion) {
    TYPES.put("add" + name, ObjectRequests.add(kind, field));
    TYPES.put("update" + name, ObjectRequests.update(kind, field));
    TYPES.put("delete" + name, ObjectRequests.delete(kind, idOfDeletion));
  }

  /**
   * Reads a request.
   *
   * @throws Refusal for a request that the simulator does not know, or fields of the wrong kind
   */
  static Request read(String name, JsonNode content) {
    Function<JsonNode, Request> type = TYPES.get(name);
    if (type == null) {
      throw Refusal.of(
          Refusal.Status.UNIMPLEMENTED, "The simulator does not know this request yet");
    }
    return type.apply(content);
  }

  /** Reads a request into a record. */
  static Function<JsonNode, Request> typed(Class<? extends Request> type) {
    return content -> {
      try {
        return JSON.treeToValue(content, type);
      } catch (JsonProcessingException e) {
        throw Refusal.invalid(e.getOriginalMessage());
      }
    };
  }
}
