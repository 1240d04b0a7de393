package io.daybreak.simulators.sheets.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.api.services.sheets.v4.model.BatchGetValuesByDataFilterRequest;
import com.google.api.services.sheets.v4.model.GetSpreadsheetByDataFilterRequest;
import com.google.api.services.sheets.v4.model.SearchDeveloperMetadataRequest;
import io.daybreak.simulators.kernel.Answer;
import io.daybreak.simulators.kernel.Call;
import io.daybreak.simulators.kernel.Routes;
import io.daybreak.simulators.sheets.grid.Area;
import io.daybreak.simulators.sheets.mask.FieldMask;
import io.daybreak.simulators.sheets.refusal.Refusal;
import io.daybreak.simulators.sheets.values.ValueReads;
import io.daybreak.simulators.sheets.view.SpreadsheetView;
import io.daybreak.simulators.sheets.workbook.A1;
import io.daybreak.simulators.sheets.workbook.Drive;
import io.daybreak.simulators.sheets.workbook.Metadata;
import io.daybreak.simulators.sheets.workbook.Role;
import io.daybreak.simulators.sheets.workbook.SheetObject;
import io.daybreak.simulators.sheets.workbook.SheetObject.Kind;
import io.daybreak.simulators.sheets.workbook.SheetObjects;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import io.daybreak.simulators.sheets.workbook.Tab;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Developer metadata, and reads that say with data filters what they want. */
final class MetadataApi {

  private static final String ONE = "/v4/spreadsheets/{id}";

  private final Drive drive;
  private final ValueReads reads;

  MetadataApi(Drive drive) {
    this.drive = drive;
    this.reads = new ValueReads(drive);
  }

  void addTo(Routes routes, SheetsApi.Users users) {
    routes
        .post(ONE + "/developerMetadata:search", call -> search(call, users.of(call)))
        .get(ONE + "/developerMetadata/{metadataId}", call -> get(call, users.of(call)))
        .post(ONE + ":getByDataFilter", call -> spreadsheet(call, users.of(call)))
        .post(ONE + "/values:batchGetByDataFilter", call -> values(call, users.of(call)));
  }

  private Answer get(Call call, String user) {
    String id = call.pathParameter("metadataId");
    return read(
        call,
        user,
        spreadsheet ->
            spreadsheet.objects().find(Kind.METADATA, id).orElseThrow(Refusal::notFound).json());
  }

  private Answer search(Call call, String user) {
    JsonNode body = Bodies.read(call, SearchDeveloperMetadataRequest.class);
    return read(
        call,
        user,
        spreadsheet -> {
          ObjectNode answer = JsonNodeFactory.instance.objectNode();
          ArrayNode matched = JsonNodeFactory.instance.arrayNode();
          for (JsonNode filter : body.path("dataFilters")) {
            for (SheetObject found : Metadata.matching(filter, spreadsheet)) {
              ObjectNode match = matched.addObject();
              match.set("developerMetadata", found.json());
              match.putArray("dataFilters").add(filter);
            }
          }
          if (!matched.isEmpty()) {
            answer.set("matchedDeveloperMetadata", matched);
          }
          return answer;
        });
  }

  private Answer spreadsheet(Call call, String user) {
    JsonNode body = Bodies.read(call, GetSpreadsheetByDataFilterRequest.class);
    @Nullable String fields = call.parameter("fields");
    boolean withCells =
        fields == null
            ? body.path("includeGridData").asBoolean()
            : FieldMask.parse(fields).within("sheets").names("data");
    SpreadsheetView view = new SpreadsheetView(drive, user);
    return read(
        call,
        user,
        spreadsheet -> {
          List<String> ranges = new ArrayList<>();
          body.path("dataFilters").forEach(filter -> ranges.addAll(ranges(filter, spreadsheet)));
          if (ranges.isEmpty() && !body.path("dataFilters").isEmpty()) {
            ObjectNode nothing = view.show(spreadsheet, false);
            nothing.putArray("sheets");
            return nothing;
          }
          return view.show(spreadsheet, withCells, ranges);
        });
  }

  private Answer values(Call call, String user) {
    JsonNode body = Bodies.read(call, BatchGetValuesByDataFilterRequest.class);
    ValueReads.Wish wish =
        new ValueReads.Wish(
            body.path("majorDimension").textValue(),
            body.path("valueRenderOption").textValue(),
            body.path("dateTimeRenderOption").textValue());
    return read(
        call,
        user,
        spreadsheet -> {
          ObjectNode answer =
              JsonNodeFactory.instance.objectNode().put("spreadsheetId", spreadsheet.id());
          ArrayNode ranges = answer.putArray("valueRanges");
          for (JsonNode filter : body.path("dataFilters")) {
            for (String range : ranges(filter, spreadsheet)) {
              ObjectNode matched = ranges.addObject();
              matched.set("valueRange", reads.get(spreadsheet, range, wish));
              matched.putArray("dataFilters").add(filter);
            }
          }
          return answer;
        });
  }

  /** What a data filter means, in A1 notation. */
  private static List<String> ranges(JsonNode filter, Spreadsheet spreadsheet) {
    if (filter.has("a1Range")) {
      return List.of(filter.get("a1Range").asText());
    }
    if (filter.has("gridRange")) {
      return List.of(a1(filter.get("gridRange"), spreadsheet));
    }
    return Metadata.matching(filter, spreadsheet).stream()
        .filter(found -> found.sheetId() != SheetObject.WHOLE_SPREADSHEET)
        .map(found -> a1(asGridRange(found), spreadsheet))
        .toList();
  }

  private static ObjectNode asGridRange(SheetObject found) {
    JsonNode range = found.json().path("location").path("dimensionRange");
    ObjectNode grid = JsonNodeFactory.instance.objectNode().put("sheetId", found.sheetId());
    if (!range.isMissingNode()) {
      String dimension = range.path("dimension").asText().equals("ROWS") ? "Row" : "Column";
      grid.put("start" + dimension + "Index", range.path("startIndex").asInt());
      grid.put("end" + dimension + "Index", range.path("endIndex").asInt());
    }
    return grid;
  }

  private static String a1(JsonNode gridRange, Spreadsheet spreadsheet) {
    Tab tab = spreadsheet.tab(gridRange.path("sheetId").asInt());
    Area area = SheetObjects.area(gridRange, tab);
    return A1.format(tab.title(), area);
  }

  private Answer read(Call call, String user, Function<Spreadsheet, JsonNode> reading) {
    return Bodies.answer(
        call, drive.open(call.pathParameter("id"), user, Role.READER).read(reading));
  }
}
