package io.daybreak.simulators.sheets.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.refusal.Refusal;
import io.daybreak.simulators.sheets.workbook.Drive;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import java.util.Map;

/** {@code spreadsheets.batchUpdate}: requests applied in order to a draft. */
public final class Batch {

  private static final Map<String, Class<? extends Request>> REQUESTS =
      Map.ofEntries(
          Map.entry("addSheet", AddSheet.class),
          Map.entry("deleteSheet", DeleteSheet.class),
          Map.entry("duplicateSheet", DuplicateSheet.class),
          Map.entry("updateSheetProperties", UpdateSheetProperties.class),
          Map.entry("updateSpreadsheetProperties", UpdateSpreadsheetProperties.class),
          Map.entry("deleteDimension", DeleteDimension.class),
          Map.entry("insertDimension", InsertDimension.class),
          Map.entry("appendDimension", AppendDimension.class),
          Map.entry("mergeCells", MergeCells.class),
          Map.entry("unmergeCells", UnmergeCells.class),
          Map.entry("updateCells", UpdateCells.class),
          Map.entry("appendCells", AppendCells.class),
          Map.entry("repeatCell", RepeatCell.class),
          Map.entry("copyPaste", CopyPaste.class),
          Map.entry("addProtectedRange", AddProtectedRange.class),
          Map.entry("autoResizeDimensions", Looks.class),
          Map.entry("updateDimensionProperties", Looks.class),
          Map.entry("updateBorders", Looks.class));

  /** Fields that are known to Google and not to these classes are looks; they are passed over. */
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final Drive drive;

  public Batch(Drive drive) {
    this.drive = drive;
  }

  /**
   * Applies the requests of a body that has passed the schema.
   *
   * @return the replies, one for each request
   */
  public ArrayNode apply(Spreadsheet draft, JsonNode body) {
    JsonNode requests = body.path("requests");
    if (requests.isEmpty()) {
      throw Refusal.invalid("Must specify at least one request.");
    }
    ArrayNode replies = JsonNodeFactory.instance.arrayNode();
    for (int index = 0; index < requests.size(); index++) {
      replies.add(reply(draft, requests.get(index), index));
    }
    return replies;
  }

  /** The tabs that a new spreadsheet is created with; one of Google's own where none is named. */
  public void addSheets(Spreadsheet created, JsonNode sheets) {
    if (sheets.isEmpty()) {
      new AddSheet(null).apply(created, drive);
    }
    for (JsonNode sheet : sheets) {
      read("addSheet", sheet).apply(created, drive);
    }
  }

  private ObjectNode reply(Spreadsheet draft, JsonNode request, int index) {
    if (request.size() != 1) {
      throw Refusal.invalid("Invalid requests[%d]: No request set.".formatted(index)); // [?]
    }
    String name = request.fieldNames().next();
    ObjectNode reply = JsonNodeFactory.instance.objectNode();
    try {
      ObjectNode content = read(name, request.get(name)).apply(draft, drive);
      if (content != null) {
        reply.set(name, content);
      }
      return reply;
    } catch (Refusal refusal) {
      throw refusal.at("Invalid requests[%d].%s: ".formatted(index, name));
    }
  }

  private static Request read(String name, JsonNode content) {
    Class<? extends Request> type = REQUESTS.get(name);
    if (type == null) {
      throw Refusal.of(
          Refusal.Status.UNIMPLEMENTED, "The simulator does not know this request yet");
    }
    try {
      return JSON.treeToValue(content, type);
    } catch (JsonProcessingException e) {
      throw Refusal.invalid(e.getOriginalMessage());
    }
  }
}
