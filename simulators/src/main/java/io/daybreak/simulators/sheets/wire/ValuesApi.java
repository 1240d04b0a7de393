package io.daybreak.simulators.sheets.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.api.services.sheets.v4.model.BatchClearValuesRequest;
import com.google.api.services.sheets.v4.model.BatchUpdateValuesRequest;
import com.google.api.services.sheets.v4.model.ClearValuesRequest;
import com.google.api.services.sheets.v4.model.ValueRange;
import io.daybreak.simulators.kernel.Answer;
import io.daybreak.simulators.kernel.Call;
import io.daybreak.simulators.kernel.Routes;
import io.daybreak.simulators.sheets.values.ValueReads;
import io.daybreak.simulators.sheets.values.ValueWrites;
import io.daybreak.simulators.sheets.workbook.Drive;
import io.daybreak.simulators.sheets.workbook.Role;
import io.daybreak.simulators.sheets.workbook.SharedSpreadsheet;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import java.util.function.Function;

/** The {@code spreadsheets.values} collection. */
final class ValuesApi {

  private static final String ONE = "/v4/spreadsheets/{id}/values/{range}";
  private static final String MANY = "/v4/spreadsheets/{id}/values";

  private final Drive drive;
  private final ValueReads reads;
  private final ValueWrites writes;

  ValuesApi(Drive drive) {
    this.drive = drive;
    this.reads = new ValueReads(drive);
    this.writes = new ValueWrites(drive);
  }

  void addTo(Routes routes, SheetsApi.Users users) {
    routes
        .get(MANY + ":batchGet", call -> batchGet(call, users.of(call)))
        .post(MANY + ":batchUpdate", call -> batchUpdate(call, users.of(call)))
        .post(MANY + ":batchClear", call -> batchClear(call, users.of(call)))
        .post(ONE + ":append", call -> append(call, users.of(call)))
        .post(ONE + ":clear", call -> clear(call, users.of(call)))
        .get(ONE, call -> get(call, users.of(call)))
        .put(ONE, call -> update(call, users.of(call)));
  }

  private Answer get(Call call, String user) {
    String range = call.pathParameter("range");
    return read(call, user, spreadsheet -> reads.get(spreadsheet, range, wish(call)));
  }

  private Answer batchGet(Call call, String user) {
    return read(
        call,
        user,
        spreadsheet -> {
          ObjectNode answer = object(spreadsheet);
          ArrayNode ranges = answer.putArray("valueRanges");
          for (String range : call.head().parameters().getAll("ranges")) {
            ranges.add(reads.get(spreadsheet, range, wish(call)));
          }
          return answer;
        });
  }

  private Answer update(Call call, String user) {
    JsonNode body = Bodies.read(call, ValueRange.class);
    String range = call.pathParameter("range");
    return write(
        call,
        user,
        spreadsheet -> writes.update(spreadsheet, range, call.parameter("valueInputOption"), body));
  }

  private Answer batchUpdate(Call call, String user) {
    JsonNode body = Bodies.read(call, BatchUpdateValuesRequest.class);
    return write(call, user, spreadsheet -> writes.batchUpdate(spreadsheet, body));
  }

  private Answer append(Call call, String user) {
    JsonNode body = Bodies.read(call, ValueRange.class);
    String range = call.pathParameter("range");
    boolean insertRows = "INSERT_ROWS".equals(call.parameter("insertDataOption"));
    return write(
        call,
        user,
        spreadsheet ->
            writes.append(
                spreadsheet, range, call.parameter("valueInputOption"), insertRows, body));
  }

  private Answer clear(Call call, String user) {
    Bodies.read(call, ClearValuesRequest.class);
    String range = call.pathParameter("range");
    return write(
        call,
        user,
        spreadsheet -> object(spreadsheet).put("clearedRange", writes.clear(spreadsheet, range)));
  }

  private Answer batchClear(Call call, String user) {
    JsonNode body = Bodies.read(call, BatchClearValuesRequest.class);
    SharedSpreadsheet file = drive.open(call.pathParameter("id"), user, Role.WRITER);
    return Bodies.answer(
        call,
        file.changeAtomically(
            user,
            draft -> {
              ObjectNode answer = object(draft);
              ArrayNode cleared = answer.putArray("clearedRanges");
              body.path("ranges")
                  .forEach(range -> cleared.add(writes.clear(draft, range.asText())));
              return answer;
            }));
  }

  private Answer read(Call call, String user, Function<Spreadsheet, JsonNode> reading) {
    SharedSpreadsheet file = drive.open(call.pathParameter("id"), user, Role.READER);
    return Bodies.answer(call, file.read(reading));
  }

  private Answer write(Call call, String user, Function<Spreadsheet, JsonNode> writing) {
    SharedSpreadsheet file = drive.open(call.pathParameter("id"), user, Role.WRITER);
    return Bodies.answer(call, file.changeInPlace(user, writing));
  }

  private static ValueReads.Wish wish(Call call) {
    return new ValueReads.Wish(
        call.parameter("majorDimension"),
        call.parameter("valueRenderOption"),
        call.parameter("dateTimeRenderOption"));
  }

  private static ObjectNode object(Spreadsheet spreadsheet) {
    return JsonNodeFactory.instance.objectNode().put("spreadsheetId", spreadsheet.id());
  }
}
