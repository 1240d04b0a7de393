package io.daybreak.simulators.sheets.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.refusal.Refusal;
import io.daybreak.simulators.sheets.workbook.Drive;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;

/** {@code spreadsheets.batchUpdate}: requests applied in order to a draft. */
public final class Batch {

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
    return RequestTypes.read(name, content);
  }
}
