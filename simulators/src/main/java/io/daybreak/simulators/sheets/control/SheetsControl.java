package io.daybreak.simulators.sheets.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.kernel.Answer;
import io.daybreak.simulators.kernel.Call;
import io.daybreak.simulators.kernel.Routes;
import io.daybreak.simulators.sheets.refusal.Refusal;
import io.daybreak.simulators.sheets.request.Batch;
import io.daybreak.simulators.sheets.view.SpreadsheetView;
import io.daybreak.simulators.sheets.workbook.A1;
import io.daybreak.simulators.sheets.workbook.Drive;
import io.daybreak.simulators.sheets.workbook.SharedSpreadsheet;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import io.daybreak.simulators.sheets.workbook.Tab;
import io.daybreak.simulators.sheets.workbook.TabProperties;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST|GET /_sim/spreadsheets}, {@code GET|DELETE /_sim/spreadsheets/{id}}, {@code GET
 * /_sim/spreadsheets/{id}/values?tab=}, {@code POST .../batchUpdate}, {@code GET .../view} and
 * {@code PUT .../format}: spreadsheets without tokens, shares and quotas.
 */
public final class SheetsControl {

  /** Who owns every spreadsheet that is made here. */
  private static final String OWNER = "owner@daybreak-local.example";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ONE = "/_sim/spreadsheets/{id}";

  private final Drive drive;
  private final String account;

  /**
   * @param account e-mail address that spreadsheets are shared with where nothing else is said
   */
  public SheetsControl(Drive drive, String account) {
    this.drive = drive;
    this.account = account;
  }

  public Routes routes() {
    return new Routes()
        .post("/_sim/spreadsheets", this::create)
        .get("/_sim/spreadsheets", call -> list())
        .get(ONE, call -> answer(find(call)))
        .delete(ONE, this::delete)
        .post(ONE + "/batchUpdate", this::batchUpdate)
        .put(ONE + "/format", this::format)
        .get(ONE + "/view", this::view)
        .get(ONE + "/values", this::values);
  }

  /** Makes a spreadsheet. */
  public SharedSpreadsheet create(SpreadsheetOrder order) {
    return order.carryOut(drive, account);
  }

  private Answer create(Call call) {
    try {
      return answer(create(JSON.readValue(call.body().getBytes(), SpreadsheetOrder.class)));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    } catch (java.io.IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private Answer list() {
    ArrayNode files = JsonNodeFactory.instance.arrayNode();
    drive.all().forEach(file -> files.add(summary(file)));
    return Answer.json(200, files.toString());
  }

  private Answer delete(Call call) {
    drive.remove(call.pathParameter("id"));
    return Answer.noContent();
  }

  /** All values of a tab, unformatted, row by row; dates are serial numbers. */
  private Answer values(Call call) {
    String title = Objects.requireNonNull(call.parameter("tab"), "tab");
    SharedSpreadsheet file = find(call);
    Tab tab =
        file.read(
            spreadsheet -> {
              Tab found =
                  spreadsheet
                      .find(title)
                      .orElseThrow(() -> new IllegalArgumentException("no tab " + title));
              return found.copy(found.id(), found.title());
            });
    return new Answer.Streamed(
        200, Map.of("Content-Type", "application/json"), new TabStream(tab, drive));
  }

  /**
   * Google's batchUpdate as a person in a browser sends it: nothing is protected against the owner,
   * and what the owner protects without naming editors is the owner's alone. {@code as=} is another
   * person.
   */
  private Answer batchUpdate(Call call) {
    @Nullable String person = call.parameter("as");
    SharedSpreadsheet file = find(call);
    try {
      ObjectNode body = (ObjectNode) JSON.readTree(call.body().getBytes());
      for (JsonNode request : body.path("requests")) {
        if (request.path("addProtectedRange").path("protectedRange") instanceof ObjectNode range
            && !range.path("warningOnly").asBoolean()
            && !range.has("editors")) {
          range.putObject("editors").putArray("users").add(person == null ? OWNER : person);
        }
      }
      return Answer.json(
          200,
          file.changeAtomically(
                  person,
                  draft -> {
                    ObjectNode reply = JsonNodeFactory.instance.objectNode();
                    reply.set("replies", new Batch(drive).apply(draft, body));
                    return reply;
                  })
              .toString());
    } catch (Refusal refusal) {
      throw new IllegalArgumentException(refusal.text(), refusal);
    } catch (java.io.IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** {@code {"xlsx": true}} makes it an Excel file, false a spreadsheet of Google's again. */
  private Answer format(Call call) {
    try {
      find(call).googleFormat(!JSON.readTree(call.body().getBytes()).path("xlsx").asBoolean());
      return Answer.noContent();
    } catch (java.io.IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Google's {@code spreadsheets.get} without a token; {@code ranges=} shows cells. */
  private Answer view(Call call) {
    List<String> ranges = call.head().parameters().getAll("ranges");
    return Answer.json(
        200,
        find(call)
            .read(
                spreadsheet ->
                    new SpreadsheetView(drive, null).show(spreadsheet, !ranges.isEmpty(), ranges))
            .toString());
  }

  private SharedSpreadsheet find(Call call) {
    try {
      return drive.get(call.pathParameter("id"));
    } catch (Refusal refusal) {
      throw new IllegalArgumentException("no spreadsheet " + call.pathParameter("id"));
    }
  }

  private static Answer answer(SharedSpreadsheet file) {
    return Answer.json(200, summary(file).toString());
  }

  private static ObjectNode summary(SharedSpreadsheet file) {
    return file.read(
        spreadsheet -> {
          ObjectNode summary = JsonNodeFactory.instance.objectNode();
          summary.put("id", spreadsheet.id());
          summary.put("title", spreadsheet.title());
          summary.put("cells", spreadsheet.cells());
          summary.put("writeCalls", file.writeCalls());
          ArrayNode tabs = summary.putArray("tabs");
          spreadsheet.tabs().forEach(tab -> tabs.add(summary(spreadsheet, tab)));
          return summary;
        });
  }

  private static ObjectNode summary(Spreadsheet spreadsheet, Tab tab) {
    ObjectNode summary = TabProperties.of(spreadsheet, tab);
    summary.put("filledRows", tab.grid().filledRows());
    ArrayNode merges = summary.putArray("merges");
    tab.merges().areas().forEach(area -> merges.add(A1.cells(area)));
    return summary;
  }
}
