package io.daybreak.simulators.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetResponse;
import com.google.api.services.sheets.v4.model.CopySheetToAnotherSpreadsheetRequest;
import com.google.api.services.sheets.v4.model.DataFilter;
import com.google.api.services.sheets.v4.model.DeveloperMetadataLookup;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.SearchDeveloperMetadataRequest;
import com.google.api.services.sheets.v4.model.ValueRange;
import io.daybreak.simulators.sheets.control.SpreadsheetOrder;
import io.daybreak.simulators.sheets.control.SpreadsheetOrder.TabOrder;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A raw tab with what people put on and around it, and what becomes of it as rows come and go. */
class LivedInTest {

  private static final String RAW =
      "\"sheetId\":7,\"startRowIndex\":1,\"endRowIndex\":10,\"startColumnIndex\":0,\"endColumnIndex\":3";

  private SheetsHarness sheets;
  private String id;

  @BeforeEach
  void start() throws IOException {
    sheets = SheetsHarness.start();
    JsonNode values =
        new ObjectMapper()
            .readTree(
                "[[\"notice\"],[\"day\",\"campaign\",\"cost\"],[1,\"a\",10],[2,\"b\",20],[3,\"a\",30]]");
    id =
        sheets
            .simulator
            .create(
                new SpreadsheetOrder(
                    null,
                    null,
                    null,
                    List.of(
                        new TabOrder(7, "raw data", 20, 5, null, null, values),
                        new TabOrder(8, "report", 20, 5, null, null, null))))
            .id();
  }

  @AfterEach
  void stop() {
    sheets.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "=SUM('raw data'!C3:C10) | =SUM('raw data'!C3:C12)",
        "=SUM('raw data'!C3:C) | =SUM('raw data'!C3:C)",
        "=SUM('raw data'!$C$3:$C$10) | =SUM('raw data'!$C$3:$C$12)",
        "=SUM('raw data'!C:C) | =SUM('raw data'!C:C)",
        "='raw data'!C9*2 | ='raw data'!C11*2",
        "='raw data'!C3 | ='raw data'!C3",
        "=SUM('Raw Data'!3:9) | =SUM('raw data'!3:11)",
        "=SUM(C3:C10) | =SUM(C3:C10)",
        "=LOG10(A1)&\"C9\" | =LOG10(A1)&\"C9\"",
      })
  void rowsPutInsideARangeMakeItLonger(String formula, String expected) throws IOException {
    type("report!A1", formula);

    batch("insertDimension", "{\"range\":" + rows(4, 6) + "}");

    assertThat(formula("report!A1").replace("'Raw Data'", "'raw data'")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "=SUM('raw data'!C3:C10) | =SUM('raw data'!C3:C4)",
        "=SUM('raw data'!C5:C10) | =SUM(#REF!)",
        "='raw data'!C12 | ='raw data'!C5",
        "='raw data'!C6 | =#REF!",
        "=SUM('raw data'!C7:C) | =SUM('raw data'!C5:C)",
      })
  void rowsCutOutMakeItShorterOrLeaveNothing(String formula, String expected) throws IOException {
    type("report!A1", formula);

    batch("deleteDimension", "{\"range\":" + rows(4, 11) + "}");

    assertThat(formula("report!A1")).isEqualTo(expected);
  }

  @Test
  void formulasAreCalculated() throws IOException {
    batch("addNamedRange", "{\"namedRange\":{\"name\":\"costs\",\"range\":{" + RAW + "}}}");
    type("report!A1", "=SUM('raw data'!C3:C)");
    type("report!B1", "=COUNTA(costs)");
    type("report!C1", "=A1/COUNT('raw data'!A3:A)");
    type("report!D1", "=SUM(nothing)");
    type("report!E1", "=IFERROR(INDEX('raw data'!C1:C5, 9), \"none\")");

    assertThat(sheets.read(id, "report!A1:E1").get(0).stream().map(Object::toString))
        .containsExactly("60", "12", "20", "#NAME?", "none");
  }

  @Test
  void whatStandsOnATabMovesWithItsRows() throws IOException {
    batch("setBasicFilter", "{\"filter\":{\"range\":{" + RAW + "}}}");
    batch("addNamedRange", "{\"namedRange\":{\"name\":\"raw_all\",\"range\":{" + RAW + "}}}");
    batch(
        "addConditionalFormatRule",
        "{\"index\":0,\"rule\":{\"ranges\":[{"
            + RAW
            + "}],\"booleanRule\":{\"condition\":{\"type\":\"CUSTOM_FORMULA\",\"values\":[{\"userEnteredValue\":\"=$C9>1\"}]},\"format\":{}}}}");
    batch("addBanding", "{\"bandedRange\":{\"range\":{" + RAW + "}}}");
    batch("addTable", "{\"table\":{\"name\":\"t\",\"range\":{" + RAW + "}}}");
    batch("setDataValidation", "{\"range\":{" + RAW + "},\"rule\":{\"strict\":true}}");
    batch(
        "addChart",
        "{\"chart\":{\"spec\":{\"basicChart\":{\"series\":[{\"series\":{\"sourceRange\":{\"sources\":[{"
            + RAW
            + "}]}}}]}},\"position\":{\"overlayPosition\":{\"anchorCell\":{\"sheetId\":8,\"rowIndex\":1,\"columnIndex\":1}}}}}");
    batch(
        "updateCells",
        "{\"start\":{\"sheetId\":8,\"rowIndex\":0,\"columnIndex\":0},\"fields\":\"pivotTable\",\"rows\":[{\"values\":[{\"pivotTable\":{\"source\":{"
            + RAW
            + "}}}]}]}");

    batch("insertDimension", "{\"range\":" + rows(4, 6) + "}");

    JsonNode view = view();
    JsonNode raw = view.path("sheets").path(0);
    JsonNode report = view.path("sheets").path(1);
    for (JsonNode range :
        List.of(
            raw.path("basicFilter").path("range"),
            view.path("namedRanges").path(0).path("range"),
            raw.path("conditionalFormats").path(0).path("ranges").path(0),
            raw.path("bandedRanges").path(0).path("range"),
            raw.path("tables").path(0).path("range"),
            report.findPath("sources").path(0),
            report.findPath("pivotTable").path("source"))) {
      assertThat(range.path("endRowIndex").asInt()).as(range.toString()).isEqualTo(12);
    }
    assertThat(raw.findPath("userEnteredValue").asText()).isEqualTo("=$C11>1");
    assertThat(report.path("charts").path(0).findPath("rowIndex").asInt()).isEqualTo(1);
  }

  @Test
  void renamingATabRenamesItInFormulasAndDeletingItLeavesErrors() throws IOException {
    type("report!A1", "=SUM('raw data'!C3:C)");
    batch(
        "updateSheetProperties",
        "{\"properties\":{\"sheetId\":7,\"title\":\"원본\"},\"fields\":\"title\"}");
    assertThat(formula("report!A1")).isEqualTo("=SUM('원본'!C3:C)");

    batch("deleteSheet", "{\"sheetId\":7}");
    assertThat(formula("report!A1")).isEqualTo("=SUM(#REF!)");
    assertThat(sheets.read(id, "report!A1").get(0).get(0)).isEqualTo("#REF!");
  }

  @Test
  void aCopiedFormulaThatNamesAMissingTabIsAnErrorUntilItIsWrittenAgain() throws IOException {
    type("report!A1", "=SUM('raw data'!C3:C)");
    String other = sheets.spreadsheet(5, 5);
    var copied = new CopySheetToAnotherSpreadsheetRequest().setDestinationSpreadsheetId(other);
    sheets.client.spreadsheets().sheets().copyTo(id, 8, copied).execute();
    sheets.client.spreadsheets().sheets().copyTo(id, 7, copied).execute();
    int raw = view(other).path("sheets").path(2).path("properties").path("sheetId").asInt();
    batch(
        other,
        "updateSheetProperties",
        "{\"properties\":{\"sheetId\":" + raw + ",\"title\":\"raw data\"},\"fields\":\"title\"}");

    assertThat(sheets.read(other, "'Copy of report'!A1").get(0).get(0)).isEqualTo("#REF!");

    type(other, "'Copy of report'!A1", "=SUM('raw data'!C3:C)");
    assertThat(sheets.read(other, "'Copy of report'!A1").get(0).get(0).toString()).isEqualTo("60");
  }

  @Test
  void aPasteOverFilteredRowsLandsInTheVisibleOnes() throws IOException {
    batch(
        "setBasicFilter",
        "{\"filter\":{\"range\":{"
            + RAW
            + "},\"filterSpecs\":[{\"columnIndex\":1,\"filterCriteria\":{\"condition\":{\"type\":\"TEXT_EQ\",\"values\":[{\"userEnteredValue\":\"a\"}]}}}]}}");

    batch(
        "pasteData",
        "{\"coordinate\":{\"sheetId\":7,\"rowIndex\":2,\"columnIndex\":2},\"data\":\"1\\n2\",\"delimiter\":\",\",\"type\":\"PASTE_VALUES\"}");

    assertThat(sheets.read(id, "'raw data'!C3:C5").toString()).isEqualTo("[[1], [20], [2]]");
  }

  @Test
  void aProtectedRangeRefusesEverybodyWhoIsNotItsEditor() throws IOException {
    batch(
        "addProtectedRange",
        "{\"protectedRange\":{\"range\":{"
            + RAW
            + "},\"editors\":{\"users\":[\"boss@example.com\"]}}}");

    String words =
        "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.";
    assertThat(SheetsHarness.message(() -> sheets.write(id, "'raw data'!A3", List.of(List.of(1)))))
        .isEqualTo(words);
    assertThat(
            SheetsHarness.message(() -> batch("deleteDimension", "{\"range\":" + rows(4, 6) + "}")))
        .isEqualTo("Invalid requests[0].deleteDimension: " + words);
    sheets.write(id, "'raw data'!D3", List.of(List.of(1)));
  }

  @Test
  void anExcelFileIsRefusedByItsStatus() {
    String excel =
        sheets
            .simulator
            .create(new SpreadsheetOrder(null, null, null, null, null, null, true))
            .id();

    var refusal = SheetsHarness.refusal(() -> sheets.client.spreadsheets().get(excel).execute());

    assertThat(refusal.getStatusCode()).isEqualTo(400);
    assertThat(refusal.getDetails().get("status")).isEqualTo("FAILED_PRECONDITION");
  }

  @Test
  void metadataIsFoundWhateverTheTabIsCalled() throws IOException {
    batch(
        "createDeveloperMetadata",
        "{\"developerMetadata\":{\"metadataKey\":\"k\",\"metadataValue\":\"v\",\"location\":{\"sheetId\":7},\"visibility\":\"DOCUMENT\"}}");
    var lookup =
        new DataFilter()
            .setDeveloperMetadataLookup(new DeveloperMetadataLookup().setMetadataKey("k"));

    var found =
        sheets
            .client
            .spreadsheets()
            .developerMetadata()
            .search(id, new SearchDeveloperMetadataRequest().setDataFilters(List.of(lookup)))
            .execute();

    assertThat(found.getMatchedDeveloperMetadata()).hasSize(1);
    assertThat(
            found
                .getMatchedDeveloperMetadata()
                .get(0)
                .getDeveloperMetadata()
                .getLocation()
                .getSheetId())
        .isEqualTo(7);
    batch(
        "deleteDeveloperMetadata",
        "{\"dataFilter\":{\"developerMetadataLookup\":{\"metadataKey\":\"k\"}}}");
    assertThat(view().toString()).doesNotContain("metadataKey");
  }

  @Test
  void findReplaceReachesFormulas() throws IOException {
    type("report!A1", "=SUM('NSA'!C3:C)");

    var reply =
        batch(
            "findReplace",
            "{\"find\":\"'NSA'!\",\"replacement\":\"'raw data'!\",\"includeFormulas\":true,\"sheetId\":8}");

    assertThat(reply.getReplies().get(0).getFindReplace().getFormulasChanged()).isEqualTo(1);
    assertThat(sheets.read(id, "report!A1").get(0).get(0).toString()).isEqualTo("60");
  }

  @Test
  void sortedHiddenAndSetElsewhere() throws IOException {
    batch(
        "sortRange",
        "{\"range\":{\"sheetId\":7,\"startRowIndex\":2,\"endRowIndex\":5},\"sortSpecs\":[{\"dimensionIndex\":2,\"sortOrder\":\"DESCENDING\"}]}");
    batch(
        "updateDimensionProperties",
        "{\"range\":{\"sheetId\":7,\"dimension\":\"COLUMNS\",\"startIndex\":0,\"endIndex\":1},\"properties\":{\"hiddenByUser\":true},\"fields\":\"hiddenByUser\"}");
    batch(
        "updateSpreadsheetProperties",
        "{\"properties\":{\"locale\":\"en_US\",\"timeZone\":\"America/New_York\"},\"fields\":\"locale,timeZone\"}");

    assertThat(sheets.read(id, "'raw data'!C3:C5").toString()).isEqualTo("[[30], [20], [10]]");
    JsonNode view = view();
    assertThat(view.path("properties").path("locale").asText()).isEqualTo("en_US");
    assertThat(view.findPath("columnMetadata").path(0).path("hiddenByUser").asBoolean()).isTrue();
  }

  private static String rows(int from, int to) {
    return "{\"sheetId\":7,\"dimension\":\"ROWS\",\"startIndex\":%d,\"endIndex\":%d}"
        .formatted(from, to);
  }

  private BatchUpdateSpreadsheetResponse batch(String name, String json) throws IOException {
    return batch(id, name, json);
  }

  private BatchUpdateSpreadsheetResponse batch(String spreadsheet, String name, String json)
      throws IOException {
    String request = "{\"%s\":%s}".formatted(name, json);
    return sheets.batch(
        spreadsheet, GsonFactory.getDefaultInstance().fromString(request, Request.class));
  }

  private void type(String cell, String content) throws IOException {
    type(id, cell, content);
  }

  private void type(String spreadsheet, String cell, String content) throws IOException {
    sheets
        .client
        .spreadsheets()
        .values()
        .update(spreadsheet, cell, new ValueRange().setValues(List.of(List.of(content))))
        .setValueInputOption("USER_ENTERED")
        .execute();
  }

  private String formula(String cell) throws IOException {
    return sheets
        .client
        .spreadsheets()
        .values()
        .get(id, cell)
        .setValueRenderOption("FORMULA")
        .execute()
        .getValues()
        .get(0)
        .get(0)
        .toString();
  }

  private JsonNode view() throws IOException {
    return view(id);
  }

  private JsonNode view(String spreadsheet) throws IOException {
    return new ObjectMapper()
        .readTree(
            sheets
                .client
                .spreadsheets()
                .get(spreadsheet)
                .setIncludeGridData(true)
                .execute()
                .toString());
  }
}
