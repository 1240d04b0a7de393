package io.daybreak.simulators.sheets;

import static io.daybreak.simulators.sheets.SheetsHarness.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.sheets.v4.model.AddSheetRequest;
import com.google.api.services.sheets.v4.model.AppendDimensionRequest;
import com.google.api.services.sheets.v4.model.DeleteDimensionRequest;
import com.google.api.services.sheets.v4.model.DeleteSheetRequest;
import com.google.api.services.sheets.v4.model.DimensionRange;
import com.google.api.services.sheets.v4.model.DuplicateSheetRequest;
import com.google.api.services.sheets.v4.model.GridProperties;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.Sheet;
import com.google.api.services.sheets.v4.model.SheetProperties;
import com.google.api.services.sheets.v4.model.UpdateSheetPropertiesRequest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchUpdateTest {

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
  void aBatchIsAllOrNothing() throws IOException {
    String refused =
        message(
            () ->
                sheets.batch(
                    id,
                    add(new SheetProperties().setTitle("Second")),
                    new Request().setDeleteSheet(new DeleteSheetRequest().setSheetId(99))));

    assertThat(refused).isEqualTo("Invalid requests[1].deleteSheet: No grid with id: 99");
    assertThat(sheets.titles(id)).containsExactly("Data");
  }

  @Test
  void repliesMirrorTheRequestsOneToOne() throws IOException {
    var replies =
        sheets
            .batch(
                id,
                add(new SheetProperties().setTitle("둘째").setSheetId(7)),
                rows(7, 3),
                new Request()
                    .setDuplicateSheet(
                        new DuplicateSheetRequest().setSourceSheetId(7).setNewSheetName("셋째")))
            .getReplies();

    assertThat(replies).hasSize(3);
    assertThat(replies.get(0).getAddSheet().getProperties().getSheetId()).isEqualTo(7);
    assertThat(replies.get(1)).isEmpty();
    assertThat(replies.get(2).getDuplicateSheet().getProperties().getGridProperties().getRowCount())
        .isEqualTo(3);
  }

  @Test
  void aNewTabHasGooglesUsualSizeAndTitle() throws IOException {
    var reply = sheets.batch(id, new Request().setAddSheet(new AddSheetRequest()));

    SheetProperties added = reply.getReplies().get(0).getAddSheet().getProperties();
    assertThat(added.getTitle()).isEqualTo("Sheet2");
    assertThat(added.getGridProperties().getRowCount()).isEqualTo(1000);
    assertThat(added.getGridProperties().getColumnCount()).isEqualTo(26);
  }

  @Test
  void titlesAreDistinctAndAtMostAHundredCharacters() {
    assertThat(message(() -> sheets.batch(id, add(new SheetProperties().setTitle("data")))))
        .isEqualTo(
            "Invalid requests[0].addSheet: A sheet with the name \"data\" already exists. Please enter another name.");
    assertThat(
            message(() -> sheets.batch(id, add(new SheetProperties().setTitle("가".repeat(101))))))
        .isEqualTo(
            "Invalid requests[0].addSheet: The sheet name cannot be greater than 100 characters.");
  }

  @Test
  void sheetIdsAreDistinctAndNotNegative() {
    assertThat(message(() -> sheets.batch(id, add(new SheetProperties().setSheetId(0)))))
        .endsWith("Sheet with id 0 already exists.");
    assertThat(message(() -> sheets.batch(id, add(new SheetProperties().setSheetId(-1)))))
        .endsWith("Sheet id must be non-negative.");
  }

  @Test
  void tenMillionCellsAreTheLimitOverAllTabs() throws IOException {
    sheets.batch(id, add(tab("Big", 999_995, 10)));

    assertThat(message(() -> sheets.batch(id, add(tab("One more", 1, 1)))))
        .isEqualTo(
            "Invalid requests[0].addSheet: This action would increase the number of cells in the workbook above the limit of 10000000 cells.");
    assertThat(message(() -> sheets.batch(id, rows(0, 11))))
        .startsWith("Invalid requests[0].updateSheetProperties: This action would increase");
    assertThat(
            message(
                () ->
                    sheets.batch(
                        id,
                        new Request()
                            .setAppendDimension(
                                new AppendDimensionRequest()
                                    .setSheetId(0)
                                    .setDimension("ROWS")
                                    .setLength(1)))))
        .startsWith("Invalid requests[0].appendDimension: This action would increase");
  }

  @Test
  void newRowsAreCountedAgainstTheOldColumns() throws IOException {
    sheets.batch(id, add(tab("Wide", 1000, 100).setSheetId(1)));
    var narrowAndLong =
        new SheetProperties()
            .setSheetId(1)
            .setGridProperties(new GridProperties().setRowCount(150_000).setColumnCount(10));

    assertThat(
            message(
                () ->
                    sheets.batch(
                        id,
                        update(
                            narrowAndLong, "gridProperties.rowCount,gridProperties.columnCount"))))
        .contains("above the limit of 10000000 cells");
    sheets.batch(
        id,
        update(narrowAndLong, "gridProperties.columnCount"),
        update(narrowAndLong, "gridProperties.rowCount"));
  }

  @Test
  void aBareGridPropertiesInTheMaskResetsWhatIsNotGiven() {
    var properties =
        new SheetProperties()
            .setSheetId(0)
            .setGridProperties(new GridProperties().setFrozenRowCount(2));

    assertThat(message(() -> sheets.batch(id, update(properties, "gridProperties"))))
        .endsWith("You can't delete all the rows on the sheet.");
    assertThat(message(() -> sheets.batch(id, update(properties, ""))))
        .isEqualTo(
            "Invalid requests[0].updateSheetProperties: At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  }

  @Test
  void oneRowAndOneColumnAlwaysStayAndOneThatIsNotFrozen() throws IOException {
    assertThat(message(() -> sheets.batch(id, delete("ROWS", 0, 10))))
        .isEqualTo(
            "Invalid requests[0].deleteDimension: You can't delete all the rows on the sheet.");
    assertThat(message(() -> sheets.batch(id, delete("COLUMNS", 0, 5))))
        .endsWith("You can't delete all the columns on the sheet.");

    var frozen =
        new SheetProperties()
            .setSheetId(0)
            .setGridProperties(new GridProperties().setFrozenRowCount(2));
    sheets.batch(id, update(frozen, "gridProperties.frozenRowCount"));

    assertThat(message(() -> sheets.batch(id, delete("ROWS", 2, 10))))
        .endsWith("You can't delete all non-frozen rows.");
    sheets.batch(id, delete("ROWS", 3, 10));
  }

  @Test
  void oneTabStaysVisible() throws IOException {
    assertThat(
            message(
                () ->
                    sheets.batch(
                        id, update(new SheetProperties().setSheetId(0).setHidden(true), "hidden"))))
        .endsWith("You can't remove all the visible sheets in a document.");

    sheets.batch(id, add(new SheetProperties().setTitle("Hidden").setHidden(true)));

    assertThat(
            message(
                () ->
                    sheets.batch(
                        id, new Request().setDeleteSheet(new DeleteSheetRequest().setSheetId(0)))))
        .endsWith("You can't remove all the visible sheets in a document.");
  }

  @Test
  void aTabIsRenamedShownMovedAndTrimmedInOneBatch() throws IOException {
    sheets.batch(id, add(tab("Staging", 100, 5).setSheetId(5).setHidden(true)));
    sheets.write(id, "Staging!A1:B2", List.of(List.of("a", 1), List.of("b", 2)));

    sheets.batch(
        id,
        update(
            new SheetProperties().setSheetId(5).setTitle("raw").setHidden(false).setIndex(0),
            "title,hidden,index"),
        rows(5, 2));

    assertThat(sheets.titles(id)).containsExactly("raw", "Data");
    Sheet raw = sheets.client.spreadsheets().get(id).execute().getSheets().get(0);
    assertThat(raw.getProperties().getGridProperties().getRowCount()).isEqualTo(2);
    assertThat(raw.getProperties().getHidden()).isNull();
    assertThat(sheets.read(id, "raw")).hasSize(2);
  }

  private static SheetProperties tab(String title, int rows, int columns) {
    return new SheetProperties()
        .setTitle(title)
        .setGridProperties(new GridProperties().setRowCount(rows).setColumnCount(columns));
  }

  private static Request add(SheetProperties properties) {
    return new Request().setAddSheet(new AddSheetRequest().setProperties(properties));
  }

  private static Request update(SheetProperties properties, String fields) {
    return new Request()
        .setUpdateSheetProperties(
            new UpdateSheetPropertiesRequest().setProperties(properties).setFields(fields));
  }

  private static Request rows(int sheetId, int rows) {
    return update(
        new SheetProperties()
            .setSheetId(sheetId)
            .setGridProperties(new GridProperties().setRowCount(rows)),
        "gridProperties.rowCount");
  }

  private static Request delete(String dimension, int from, int to) {
    return new Request()
        .setDeleteDimension(
            new DeleteDimensionRequest()
                .setRange(
                    new DimensionRange()
                        .setSheetId(0)
                        .setDimension(dimension)
                        .setStartIndex(from)
                        .setEndIndex(to)));
  }
}
