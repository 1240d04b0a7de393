package io.daybreak.simulators.sheets;

import static io.daybreak.simulators.sheets.SheetsHarness.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.sheets.v4.model.CellData;
import com.google.api.services.sheets.v4.model.CellFormat;
import com.google.api.services.sheets.v4.model.CopyPasteRequest;
import com.google.api.services.sheets.v4.model.CopySheetToAnotherSpreadsheetRequest;
import com.google.api.services.sheets.v4.model.ExtendedValue;
import com.google.api.services.sheets.v4.model.GridCoordinate;
import com.google.api.services.sheets.v4.model.GridRange;
import com.google.api.services.sheets.v4.model.MergeCellsRequest;
import com.google.api.services.sheets.v4.model.NumberFormat;
import com.google.api.services.sheets.v4.model.RepeatCellRequest;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.RowData;
import com.google.api.services.sheets.v4.model.TextFormat;
import com.google.api.services.sheets.v4.model.UnmergeCellsRequest;
import com.google.api.services.sheets.v4.model.UpdateCellsRequest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CellsTest {

  private SheetsHarness sheets;
  private String id;

  @BeforeEach
  void start() throws IOException {
    sheets = SheetsHarness.start();
    id = sheets.spreadsheet(10, 5);
  }

  @AfterEach
  void stop() {
    sheets.close();
  }

  @Test
  void aMergeKeepsTheFirstValueOnly() throws IOException {
    sheets.write(id, "Data!A1:C1", List.of(List.of("notice", "x", "y")));

    sheets.batch(id, merge(0, 0, 1, 5));

    assertThat(sheets.read(id, "Data!A1:E1")).containsExactly(List.of("notice"));
    assertThat(sheets.client.spreadsheets().get(id).execute().getSheets().get(0).getMerges())
        .containsExactly(range(0, 0, 1, 5));
  }

  @Test
  void halfAMergeCanNeitherBeMergedNorSplit() throws IOException {
    sheets.batch(id, merge(0, 0, 1, 5));

    assertThat(message(() -> sheets.batch(id, merge(0, 2, 2, 4))))
        .endsWith("You must select all cells in a merged range to merge or unmerge them.");
    assertThat(message(() -> sheets.batch(id, unmerge(0, 0, 1, 2)))).contains("merged range");
    sheets.batch(id, unmerge(0, 0, 1, 5));
  }

  @Test
  void aMergeBeyondTheGridIsRefused() {
    assertThat(message(() -> sheets.batch(id, merge(0, 0, 1, 6))))
        .isEqualTo(
            "Invalid requests[0].mergeCells: Range (Data!A1:F1) exceeds grid limits. Max rows: 10, max columns: 5");
  }

  @Test
  void updateCellsWithARangeClearsWhatItsRowsDoNotCover() throws IOException {
    sheets.write(id, "Data!A1:B2", List.of(List.of("a", "b"), List.of("c", "d")));

    sheets.batch(
        id,
        new Request()
            .setUpdateCells(
                new UpdateCellsRequest()
                    .setRange(range(0, 0, 2, 2))
                    .setFields("userEnteredValue")
                    .setRows(List.of(row(text("=1+1"))))));

    assertThat(sheets.read(id, "Data!A1:B2")).containsExactly(List.of("=1+1"));
  }

  @Test
  void updateCellsFromAStartLeavesTheOthersAlone() throws IOException {
    sheets.write(id, "Data!A1:B2", List.of(List.of("a", "b"), List.of("c", "d")));

    sheets.batch(
        id,
        new Request()
            .setUpdateCells(
                new UpdateCellsRequest()
                    .setStart(new GridCoordinate().setSheetId(0).setRowIndex(1).setColumnIndex(1))
                    .setFields("userEnteredValue")
                    .setRows(
                        List.of(
                            row(
                                new CellData()
                                    .setUserEnteredValue(
                                        new ExtendedValue().setNumberValue(4.5)))))));

    assertThat(sheets.read(id, "Data").toString()).isEqualTo("[[a, b], [c, 4.5]]");
  }

  @Test
  void aFormatMaskChangesItsPartAndKeepsTheRest() throws IOException {
    sheets.write(id, "Data!A1:A2", List.of(List.of(45_000), List.of(45_001)));
    var bold = new CellFormat().setTextFormat(new TextFormat().setBold(true));
    var date =
        new CellFormat()
            .setNumberFormat(new NumberFormat().setType("DATE").setPattern("yyyy-mm-dd"));

    sheets.batch(
        id,
        repeat(bold, "userEnteredFormat.textFormat.bold"),
        repeat(date, "userEnteredFormat.numberFormat"));

    var shown = sheets.client.spreadsheets().values().get(id, "Data!A1:A2").execute();
    assertThat(shown.getValues().toString()).isEqualTo("[[2023-03-15], [2023-03-16]]");
    CellData cell =
        sheets
            .client
            .spreadsheets()
            .get(id)
            .setIncludeGridData(true)
            .execute()
            .getSheets()
            .get(0)
            .getData()
            .get(0)
            .getRowData()
            .get(0)
            .getValues()
            .get(0);
    assertThat(cell.getUserEnteredFormat().getTextFormat().getBold()).isTrue();
    assertThat(cell.getUserEnteredFormat().getNumberFormat().getType()).isEqualTo("DATE");
    assertThat(cell.getFormattedValue()).isEqualTo("2023-03-15");
  }

  @Test
  void copyPasteRepeatsTheSourceInALargerDestination() throws IOException {
    sheets.write(id, "Data!A1:B1", List.of(List.of("a", 1)));

    sheets.batch(id, copy(range(0, 0, 1, 2), range(2, 0, 5, 2), "PASTE_NORMAL"));

    assertThat(sheets.read(id, "Data!A3:B6").toString()).isEqualTo("[[a, 1], [a, 1], [a, 1]]");
  }

  @Test
  void pastedValuesKeepTheFormatsOfTheirPlace() throws IOException {
    sheets.write(id, "Data!A1:A2", List.of(List.of(45_000)));
    var date =
        new CellFormat()
            .setNumberFormat(new NumberFormat().setType("DATE").setPattern("yyyy-mm-dd"));
    sheets.batch(id, repeat(date, "userEnteredFormat"));

    sheets.batch(
        id,
        copy(range(0, 0, 1, 1), range(0, 2, 1, 3), "PASTE_VALUES"),
        copy(range(0, 0, 1, 1), range(0, 3, 1, 4), "PASTE_NORMAL"));

    var shown = sheets.client.spreadsheets().values().get(id, "Data!C1:D1").execute();
    assertThat(shown.getValues().toString()).isEqualTo("[[45000, 2023-03-15]]");
  }

  @Test
  void aTabIsCopiedIntoAnotherSpreadsheet() throws IOException {
    sheets.write(id, "Data!A1:B1", List.of(List.of("report", 1)));
    String other = sheets.spreadsheet(5, 5);

    var copied =
        sheets
            .client
            .spreadsheets()
            .sheets()
            .copyTo(
                id,
                0,
                new CopySheetToAnotherSpreadsheetRequest().setDestinationSpreadsheetId(other))
            .execute();

    assertThat(copied.getTitle()).isEqualTo("Copy of Data");
    assertThat(sheets.read(other, "'Copy of Data'!A1:B1").toString()).isEqualTo("[[report, 1]]");
  }

  private static Request merge(int top, int left, int bottom, int right) {
    return new Request()
        .setMergeCells(
            new MergeCellsRequest()
                .setRange(range(top, left, bottom, right))
                .setMergeType("MERGE_ALL"));
  }

  private static Request unmerge(int top, int left, int bottom, int right) {
    return new Request()
        .setUnmergeCells(new UnmergeCellsRequest().setRange(range(top, left, bottom, right)));
  }

  private static Request repeat(CellFormat format, String fields) {
    return new Request()
        .setRepeatCell(
            new RepeatCellRequest()
                .setRange(range(0, 0, 10, 1))
                .setCell(new CellData().setUserEnteredFormat(format))
                .setFields(fields));
  }

  private static Request copy(GridRange source, GridRange destination, String type) {
    return new Request()
        .setCopyPaste(
            new CopyPasteRequest()
                .setSource(source)
                .setDestination(destination)
                .setPasteType(type));
  }

  private static GridRange range(int top, int left, int bottom, int right) {
    return new GridRange()
        .setSheetId(0)
        .setStartRowIndex(top)
        .setEndRowIndex(bottom)
        .setStartColumnIndex(left)
        .setEndColumnIndex(right);
  }

  private static RowData row(CellData cell) {
    return new RowData().setValues(List.of(cell));
  }

  private static CellData text(String text) {
    return new CellData().setUserEnteredValue(new ExtendedValue().setStringValue(text));
  }
}
