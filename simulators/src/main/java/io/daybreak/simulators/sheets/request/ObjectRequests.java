package io.daybreak.simulators.sheets.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.mask.FieldMask;
import io.daybreak.simulators.sheets.refusal.Refusal;
import io.daybreak.simulators.sheets.workbook.SheetObject;
import io.daybreak.simulators.sheets.workbook.SheetObject.Kind;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import java.util.function.Function;

/**
 * Requests that add, change and delete what people put on a tab and what the simulator only keeps:
 * filter views, named ranges, bandings, protected ranges, charts, slicers, tables.
 */
final class ObjectRequests {

  private ObjectRequests() {}

  /**
   * Adds an object and answers it with its id.
   *
   * @param field the field of the request, and of the reply, that has the object
   */
  static Function<JsonNode, Request> add(Kind kind, String field) {
    return request ->
        (spreadsheet, drive) -> {
          ObjectNode json = given(request, field);
          int sheetId = sheetOf(json, spreadsheet);
          if (kind == Kind.PROTECTION) {
            requireNoEditorsOfAWarning(json);
          } else if (kind == Kind.NAMED_RANGE) {
            requireFreeName(spreadsheet, json, "");
          }
          giveId(spreadsheet, kind, json);
          spreadsheet.objects().add(new SheetObject(kind, sheetId, json));
          ObjectNode reply = JsonNodeFactory.instance.objectNode();
          reply.set(field, json);
          return reply;
        };
  }

  /** Changes the named fields of an object, found by the id in it. */
  static Function<JsonNode, Request> update(Kind kind, String field) {
    return request ->
        (spreadsheet, drive) -> {
          FieldMask mask = FieldMask.required(request.path("fields").textValue());
          ObjectNode changes = given(request, field);
          SheetObject before = find(spreadsheet, kind, changes.path(kind.idField()).asText());
          ObjectNode json = before.json().deepCopy();
          json.remove("requestingUserCanEdit");
          changes.set(kind.idField(), json.get(kind.idField()));
          mask.merge(json, changes);
          json.set(kind.idField(), changes.get(kind.idField()));
          if (kind == Kind.NAMED_RANGE) {
            requireFreeName(spreadsheet, json, before.id());
          }
          spreadsheet
              .objects()
              .replace(before, new SheetObject(kind, sheetOf(json, spreadsheet), json));
          return null;
        };
  }

  /**
   * Deletes an object.
   *
   * @param field the field of the request that has the id
   */
  static Function<JsonNode, Request> delete(Kind kind, String field) {
    return request ->
        (spreadsheet, drive) -> {
          spreadsheet.objects().remove(find(spreadsheet, kind, request.path(field).asText()));
          return null;
        };
  }

  /** {@code updateChartSpec} and {@code updateSlicerSpec}. */
  static Function<JsonNode, Request> updateSpec(Kind kind) {
    return request ->
        (spreadsheet, drive) -> {
          SheetObject before = find(spreadsheet, kind, request.path(kind.idField()).asText());
          ObjectNode json = before.json().deepCopy();
          json.set("spec", request.path("spec"));
          spreadsheet.objects().replace(before, new SheetObject(kind, before.sheetId(), json));
          return null;
        };
  }

  static SheetObject find(Spreadsheet spreadsheet, Kind kind, String id) {
    return spreadsheet
        .objects()
        .find(kind, id)
        .orElseThrow(() -> Refusal.invalid("No %s with id: %s".formatted(word(kind), id)));
  }

  private static String word(Kind kind) {
    return switch (kind) {
      case FILTER_VIEW -> "filter view";
      case NAMED_RANGE -> "named range";
      case BANDING -> "banded range";
      case PROTECTION -> "protected range";
      case TABLE -> "table";
      default -> "embedded object";
    };
  }

  private static ObjectNode given(JsonNode request, String field) {
    if (request.path(field) instanceof ObjectNode object) {
      return object.deepCopy();
    }
    throw Refusal.invalid("No " + field + " specified."); // [?]
  }

  /** The tab of an object: that of its range, or of the cell it is anchored to. */
  private static int sheetOf(ObjectNode json, Spreadsheet spreadsheet) {
    JsonNode anchor = json.path("position").path("overlayPosition").path("anchorCell");
    int sheetId =
        json.path("position").has("sheetId")
            ? json.path("position").path("sheetId").asInt()
            : (anchor.isMissingNode() ? json.path("range") : anchor).path("sheetId").asInt();
    if (!json.has("range") && !json.has("position") && json.has("namedRangeId")) {
      return SheetObject.WHOLE_SPREADSHEET;
    }
    spreadsheet.tab(sheetId);
    return sheetId;
  }

  private static void giveId(Spreadsheet spreadsheet, Kind kind, ObjectNode json) {
    String field = kind.idField();
    if (field == null) {
      return;
    }
    if (json.has(field)) {
      if (spreadsheet.objects().find(kind, json.get(field).asText()).isPresent()) {
        throw Refusal.invalid( // [?]
            "A %s with id %s already exists.".formatted(word(kind), json.get(field).asText()));
      }
    } else if (kind == Kind.NAMED_RANGE || kind == Kind.TABLE) {
      json.put(field, Integer.toString(spreadsheet.objects().newId()));
    } else {
      json.put(field, spreadsheet.objects().newId());
    }
  }

  private static void requireFreeName(Spreadsheet spreadsheet, ObjectNode json, String exceptId) {
    String name = json.path("name").asText();
    if (!name.matches("[\\p{L}_][\\p{L}\\p{N}_.]{0,249}")) {
      throw Refusal.invalid("Name is not a valid name for a named range: " + name); // [?]
    }
    boolean taken =
        spreadsheet
            .objects()
            .of(Kind.NAMED_RANGE)
            .anyMatch(
                other ->
                    !other.id().equals(exceptId)
                        && other.json().path("name").asText().equalsIgnoreCase(name));
    if (taken) {
      throw Refusal.invalid(
          "A named range with the name %s already exists.".formatted(name)); // [?]
    }
  }

  private static void requireNoEditorsOfAWarning(ObjectNode json) {
    if (json.path("warningOnly").asBoolean() && json.has("editors")) {
      throw Refusal.invalid("ProtectedRange is warningOnly. Editors cannot be set on it.");
    }
  }
}
