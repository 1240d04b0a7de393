package io.daybreak.simulators.sheets.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetRequest;
import com.google.api.services.sheets.v4.model.CopySheetToAnotherSpreadsheetRequest;
import io.daybreak.simulators.kernel.Answer;
import io.daybreak.simulators.kernel.Call;
import io.daybreak.simulators.kernel.Routes;
import io.daybreak.simulators.sheets.mask.FieldMask;
import io.daybreak.simulators.sheets.refusal.Refusal;
import io.daybreak.simulators.sheets.request.Batch;
import io.daybreak.simulators.sheets.request.CopiedTab;
import io.daybreak.simulators.sheets.view.SpreadsheetView;
import io.daybreak.simulators.sheets.workbook.Drive;
import io.daybreak.simulators.sheets.workbook.Role;
import io.daybreak.simulators.sheets.workbook.SharedSpreadsheet;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code spreadsheets} collection. */
final class SheetsApi {

  private final Drive drive;
  private final Batch batch;

  SheetsApi(Drive drive) {
    this.drive = drive;
    this.batch = new Batch(drive);
  }

  void addTo(Routes routes, Users users) {
    routes
        .post("/v4/spreadsheets", call -> create(call, users.of(call)))
        .post("/v4/spreadsheets/{id}:batchUpdate", call -> batchUpdate(call, users.of(call)))
        .post("/v4/spreadsheets/{id}/sheets/{sheetId}:copyTo", call -> copyTo(call, users.of(call)))
        .get("/v4/spreadsheets/{id}", call -> get(call, users.of(call)));
  }

  /** Who made a call that has been let in. */
  interface Users {
    String of(Call call);
  }

  private Answer create(Call call, String user) {
    JsonNode body = Bodies.read(call, com.google.api.services.sheets.v4.model.Spreadsheet.class);
    String title = body.path("properties").path("title").asText("Untitled spreadsheet");
    Spreadsheet created = new Spreadsheet(drive.newId(), title, drive.codes());
    batch.addSheets(created, body.path("sheets"));
    drive.add(created, Map.of(user, Role.WRITER));
    return Bodies.answer(call, new SpreadsheetView(drive, user).show(created, false));
  }

  private Answer get(Call call, String user) {
    SharedSpreadsheet file = drive.open(call.pathParameter("id"), user, Role.READER);
    @Nullable String fields = call.parameter("fields");
    // A field mask decides by itself whether cells are shown.
    boolean withCells =
        fields == null
            ? Boolean.parseBoolean(call.parameter("includeGridData"))
            : FieldMask.parse(fields).within("sheets").names("data");
    List<String> ranges = call.head().parameters().getAll("ranges");
    return Bodies.answer(
        call,
        file.read(
            spreadsheet -> new SpreadsheetView(drive, user).show(spreadsheet, withCells, ranges)));
  }

  private Answer batchUpdate(Call call, String user) {
    JsonNode body = Bodies.read(call, BatchUpdateSpreadsheetRequest.class);
    SharedSpreadsheet file = drive.open(call.pathParameter("id"), user, Role.WRITER);
    ObjectNode answer =
        file.changeAtomically(
            user,
            draft -> {
              ObjectNode reply = JsonNodeFactory.instance.objectNode();
              reply.put("spreadsheetId", draft.id());
              reply.set("replies", batch.apply(draft, body));
              if (body.path("includeSpreadsheetInResponse").asBoolean()) {
                reply.set(
                    "updatedSpreadsheet", new SpreadsheetView(drive, user).show(draft, false));
              }
              return reply;
            });
    return Bodies.answer(call, answer);
  }

  private Answer copyTo(Call call, String user) {
    JsonNode body = Bodies.read(call, CopySheetToAnotherSpreadsheetRequest.class);
    SharedSpreadsheet source = drive.open(call.pathParameter("id"), user, Role.READER);
    CopiedTab.Original original =
        source.read(spreadsheet -> copied(spreadsheet, call.pathParameter("sheetId")));
    SharedSpreadsheet destination =
        drive.open(body.path("destinationSpreadsheetId").asText(), user, Role.WRITER);
    return Bodies.answer(
        call, destination.changeAtomically(user, draft -> CopiedTab.into(draft, original)));
  }

  private static CopiedTab.Original copied(Spreadsheet spreadsheet, String sheetId) {
    try {
      return CopiedTab.Original.of(spreadsheet, Integer.parseInt(sheetId));
    } catch (NumberFormatException e) {
      throw Refusal.notFound();
    }
  }
}
