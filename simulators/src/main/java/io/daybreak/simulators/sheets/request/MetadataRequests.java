package io.daybreak.simulators.sheets.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.mask.FieldMask;
import io.daybreak.simulators.sheets.refusal.Refusal;
import io.daybreak.simulators.sheets.workbook.Metadata;
import io.daybreak.simulators.sheets.workbook.SheetObject;
import io.daybreak.simulators.sheets.workbook.SheetObject.Kind;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import java.util.List;

/** Developer metadata: created at a place, changed and deleted by what finds it. */
final class MetadataRequests {

  private MetadataRequests() {}

  static Request create(JsonNode request) {
    return (spreadsheet, drive) -> {
      if (!(request.path("developerMetadata") instanceof ObjectNode given)
          || given.path("metadataKey").asText().isEmpty()) {
        throw Refusal.invalid("Metadata key must be specified."); // [?]
      }
      ObjectNode json = given.deepCopy();
      if (!json.has("visibility")) {
        throw Refusal.invalid("Metadata visibility must be specified."); // [?]
      }
      if (!json.has("metadataId")) {
        json.put("metadataId", spreadsheet.objects().newId());
      } else if (spreadsheet
          .objects()
          .find(Kind.METADATA, json.get("metadataId").asText())
          .isPresent()) {
        throw Refusal.invalid( // [?]
            "Metadata with id %s already exists.".formatted(json.get("metadataId").asText()));
      }
      int sheetId = Metadata.settleLocation(json, spreadsheet);
      spreadsheet.objects().add(new SheetObject(Kind.METADATA, sheetId, json));
      ObjectNode reply = JsonNodeFactory.instance.objectNode();
      reply.set("developerMetadata", json);
      return reply;
    };
  }

  static Request update(JsonNode request) {
    return (spreadsheet, drive) -> {
      FieldMask mask = FieldMask.required(request.path("fields").textValue());
      ObjectNode reply = JsonNodeFactory.instance.objectNode();
      ArrayNode changed = reply.putArray("developerMetadata");
      for (SheetObject before : found(request, spreadsheet)) {
        ObjectNode json = before.json().deepCopy();
        mask.merge(json, request.path("developerMetadata"));
        json.set("metadataId", before.json().get("metadataId"));
        int sheetId = Metadata.settleLocation(json, spreadsheet);
        spreadsheet.objects().replace(before, new SheetObject(Kind.METADATA, sheetId, json));
        changed.add(json);
      }
      return reply;
    };
  }

  static Request delete(JsonNode request) {
    return (spreadsheet, drive) -> {
      ObjectNode reply = JsonNodeFactory.instance.objectNode();
      ArrayNode deleted = reply.putArray("deletedDeveloperMetadata");
      for (SheetObject found : Metadata.matching(request.path("dataFilter"), spreadsheet)) {
        spreadsheet.objects().remove(found);
        deleted.add(found.json());
      }
      return reply;
    };
  }

  private static List<SheetObject> found(JsonNode request, Spreadsheet spreadsheet) {
    java.util.LinkedHashSet<SheetObject> found = new java.util.LinkedHashSet<>();
    for (JsonNode filter : request.path("dataFilters")) {
      found.addAll(Metadata.matching(filter, spreadsheet));
    }
    return List.copyOf(found);
  }
}
