package io.daybreak.acceptance.world;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.simulators.access.GoogleServiceAccount;
import io.daybreak.simulators.sheets.SheetsSimulator;
import io.daybreak.simulators.sheets.control.SpreadsheetOrder;
import io.daybreak.simulators.sheets.control.SpreadsheetOrder.TabOrder;
import io.daybreak.simulators.sheets.workbook.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Spreadsheets as their owner makes and sees them. */
public final class Spreadsheets {

  private static final String OWNER = "owner@example.com";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SheetsSimulator sheets;
  private final Client google;

  Spreadsheets(SheetsSimulator sheets) {
    this.sheets = sheets;
    this.google = new Client(sheets::url, sheets.tokenFor(OWNER), answer -> {});
  }

  /** A new one, shared with the services' account. */
  public String create() {
    return create(List.of());
  }

  /** A new one with these tabs, shared with the services' account. */
  public String create(List<TabOrder> tabs) {
    return create(tabs, Map.of(OWNER, Role.WRITER, GoogleServiceAccount.EMAIL, Role.WRITER));
  }

  /** A new one that the services' account may not open. */
  public String createUnshared() {
    return create(List.of(), Map.of(OWNER, Role.WRITER));
  }

  private String create(List<TabOrder> tabs, Map<String, Role> shares) {
    return sheets
        .create(new SpreadsheetOrder(null, "보고서", shares, tabs.isEmpty() ? null : tabs))
        .id();
  }

  /** An empty tab. */
  public static TabOrder tab(String title, int rows, int columns) {
    return new TabOrder(null, title, rows, columns, null, null, null);
  }

  /** A tab with rows as a person types them. */
  public static TabOrder tab(String title, int rows, int columns, List<List<Object>> typed) {
    return new TabOrder(null, title, rows, columns, null, null, JSON.valueToTree(typed));
  }

  /** A change by its owner: one request of Google's batchUpdate. */
  public void change(String spreadsheet, Map<String, Object> request) {
    google
        .post(
            "/v4/spreadsheets/" + spreadsheet + ":batchUpdate",
            Map.of("requests", List.of(request)))
        .expect(200);
  }

  /** Titles of all tabs, hidden ones included. */
  public List<String> tabs(String spreadsheet) {
    List<String> titles = new ArrayList<>();
    facts(spreadsheet).forEach(tab -> titles.add(title(tab)));
    return titles;
  }

  /** What Google tells of a tab but for its cells. */
  public JsonNode tab(String spreadsheet, String title) {
    for (JsonNode tab : facts(spreadsheet)) {
      if (title(tab).equals(title)) {
        return tab;
      }
    }
    throw new AssertionError("No tab " + title + " among " + tabs(spreadsheet));
  }

  /** Everything that can be seen of a small spreadsheet: grids, formats, merges and each cell. */
  public JsonNode snapshot(String spreadsheet) {
    return google.get("/v4/spreadsheets/" + spreadsheet + "?includeGridData=true").expect(200);
  }

  /** All values of a tab; dates are serial numbers. */
  public List<JsonNode> rows(String spreadsheet, String tab) {
    List<JsonNode> rows = new ArrayList<>();
    forEachRow(spreadsheet, tab, rows::add);
    return rows;
  }

  /** The same, one row at a time, for tabs that are too large to be held. */
  public void forEachRow(String spreadsheet, String tab, Consumer<JsonNode> reader) {
    String title = URLEncoder.encode(tab, StandardCharsets.UTF_8);
    URI values =
        sheets.url().resolve("/_sim/spreadsheets/%s/values?tab=%s".formatted(spreadsheet, title));
    try (JsonParser parser = JSON.createParser(values.toURL())) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.START_ARRAY) {
        reader.accept(parser.readValueAsTree());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The rows of " + tab, e);
    }
  }

  private JsonNode facts(String spreadsheet) {
    return google.get("/v4/spreadsheets/" + spreadsheet).expect(200).path("sheets");
  }

  private static String title(JsonNode tab) {
    return tab.path("properties").path("title").asText();
  }
}
