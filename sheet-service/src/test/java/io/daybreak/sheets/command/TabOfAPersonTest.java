package io.daybreak.sheets.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybreak.contracts.run.FailureCode;
import io.daybreak.contracts.sheet.ChangedDay;
import io.daybreak.contracts.sheet.TabPrepared;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.sheets.simulated.SimulatedGoogle;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people do to the tab between two imports, and that the next import ends right. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@WithTestResource(SimulatedGoogle.class)
class TabOfAPersonTest extends RunInABook {

  @Test
  void aDailyUpdateTakesTwoReadsAndOneWrite() {
    imported();
    int reads = google.reads(book).size();
    int writes = google.writes(book).size();

    update().execute().finished();

    assertUpdated();
    assertThat(google.reads(book)).hasSize(reads + 2);
    assertThat(google.writes(book)).hasSize(writes + 1);
    assertThat(writes).as("one that tries whether we may edit, one with the rows").isEqualTo(2);
  }

  @Test
  void aRenamedMovedHiddenAndColouredTabIsStillTheTab() {
    imported();
    int id = book.tabId(LAYOUT.title());
    book.change(
        """
        {"updateSheetProperties":{"properties":{"sheetId":%d,"title":"네이버 원본","index":0,
          "hidden":true,"tabColor":{"red":1}},"fields":"title,index,hidden,tabColor"}}\
        """
            .formatted(id));

    update().execute().finished();

    assertUpdated();
    assertThat(tabId).isEqualTo(id);
    JsonNode properties = book.tab("네이버 원본").orElseThrow().path("properties");
    assertThat(properties.path("hidden").asBoolean()).isTrue();
    assertThat(properties.path("index").asInt()).isZero();
    assertThat(book.titles()).hasSize(2);
  }

  @Test
  void aRenamedTabWhoseIdNobodyKnowsIsFoundByItsMark() {
    imported();
    book.change(
        """
        {"updateSheetProperties":{"properties":{"sheetId":%d,"title":"raw"},"fields":"title"}}\
        """
            .formatted(book.tabId(LAYOUT.title())));
    tabId = 4711;

    update().execute().finished();

    assertUpdated();
    assertThat(book.titles()).hasSize(2);
  }

  @Test
  void aDeletedTabIsMadeAgainWithAllItsDays() {
    imported();
    book.change("{\"deleteSheet\":{\"sheetId\":%d}}".formatted(tabId));

    Run run = update().execute();

    run.finished();
    assertThat(events.of(run.id)).contains(new TabPrepared(run.id, DAY));
    assertThat(rowsByDay()).hasSize(12);
    assertThat(title()).isEqualTo(LAYOUT.title());
  }

  @Test
  void aTabThatIsDeletedWhileTheImportRunsIsNotMadeWithAPartOfItsDays() {
    imported();
    Run run = update();
    handler.handle(run.prepare());
    run.rows(run.from).forEach(handler::handle);
    book.change("{\"deleteSheet\":{\"sheetId\":%d}}".formatted(tabId));
    handler.handle(run.finish());

    run.failed(FailureCode.SHEET_TAB_CHANGED, "was deleted while the import ran");
    assertThat(book.titles()).containsExactly("report");

    update().execute().finished();
    assertThat(rowsByDay()).hasSize(12);
  }

  @Test
  void rowsThatWereSortedByAnythingAreToldApartByTheirDates() {
    imported();
    sort(0, "DESCENDING");
    update().execute().finished();
    assertUpdated();

    sort(1, "ASCENDING");
    update().execute().finished();
    assertUpdated();
  }

  private void sort(int column, String order) {
    book.change(
        """
        {"sortRange":{"range":{"sheetId":%d,"startRowIndex":2,"startColumnIndex":0,
          "endColumnIndex":3},"sortSpecs":[{"dimensionIndex":%d,"sortOrder":"%s"}]}}\
        """
            .formatted(tabId, column, order));
  }

  @Test
  void aTotalRowBelowStaysBelowAndItsSumFollows() {
    imported();
    appendRows(2);
    book.type("NSA_CTD_1!A39:C40", "[[\"합계\",\"\",\"=SUM(C3:C38)\"],[\"메모\",\"typed\",\"\"]]");

    new Run(DAY.plusDays(5), DAY.plusDays(11), 5, 2).execute().finished();

    assertThat(rowsByDay().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(5 * 3 + 7 * 5);
    assertThat(book.value("NSA_CTD_1!C53").asDouble()).isEqualTo(cost());
    assertThat(book.formulas("NSA_CTD_1!A53:C53").get(0).get(2).asText()).isEqualTo("=SUM(C3:C52)");
    assertThat(book.value("NSA_CTD_1!A54").asText()).isEqualTo("메모");
  }

  private void appendRows(int rows) {
    book.change(
        "{\"appendDimension\":{\"sheetId\":%d,\"dimension\":\"ROWS\",\"length\":%d}}"
            .formatted(tabId, rows));
  }

  @Test
  void aDayWhoseRowsWereDeletedIsFetchedAgain() {
    imported();
    deleteRows(5, 8);

    Run run = update().execute();

    run.finished();
    assertThat(events.of(run.id)).contains(new TabPrepared(run.id, DAY.plusDays(1)));
    assertThat(rowsByDay()).hasSize(12).containsEntry(DAY.plusDays(1), 3L);
  }

  @Test
  void theOldestDaysMayBeCutOffForGood() {
    imported();
    deleteRows(2, 8);

    update().execute();
    Run second = update().execute();

    assertThat(second.finished().changedDays()).isEmpty();
    assertThat(rowsByDay()).hasSize(10).doesNotContainKey(DAY);
  }

  @Test
  void rowsOfOldDaysThatPeopleAddedAreKeptAndTold() {
    imported();
    appendRows(1);
    book.type("NSA_CTD_1!A39:C39", "[[\"2026-11-02\",\"typed by hand\",9]]");

    List<ChangedDay> changed = update().execute().finished().changedDays();

    assertThat(changed).containsExactly(new ChangedDay(DAY.plusDays(1), 3, 4));
    assertThat(rowsByDay()).containsEntry(DAY.plusDays(1), 4L);
  }

  private void deleteRows(int from, int to) {
    book.change(
        """
        {"deleteDimension":{"range":{"sheetId":%d,"dimension":"ROWS","startIndex":%d,
          "endIndex":%d}}}\
        """
            .formatted(tabId, from, to));
  }

  @Test
  void daysThatAreMissingKeepTheirRowsAndRowOneNamesThem() {
    imported();
    Run run = update();
    run.missing = List.of(DAY.plusDays(11));

    run.execute().finished();

    assertThat(rowsByDay()).hasSize(12);
    assertThat(cost()).isEqualTo(5 * 3 + 6 * 3 * 2 + 3);
    assertThat(book.value("NSA_CTD_1!A1").asText()).contains("Missing: 2026-11-12");
  }

  @Test
  void olderDaysThatOnlyTheTabHasSurviveASetThatIsMadeAnew() {
    imported();
    tabId = null;

    Run anew = new Run(DAY.plusDays(7), DAY.plusDays(11), 3, 2);
    anew.earliest = DAY.plusDays(7);
    anew.execute().finished();

    assertThat(rowsByDay()).hasSize(12);
  }

  @Test
  void anUpdateOfOneDayGrowsWhatCoversTheRows() {
    imported();
    book.type("report!A1:A1", "[[\"=SUM(NSA_CTD_1!C3:C38)\"]]");

    for (int day = 12; day < 15; day++) {
      new Run(DAY.plusDays(day), DAY.plusDays(day), 4, 2).execute().finished();
    }

    assertThat(rowsByDay()).hasSize(15);
    assertThat(book.value("report!A1").asDouble()).isEqualTo(cost()).isEqualTo(36 + 3 * 4 * 2);
    List<List<JsonNode>> rows = book.values("NSA_CTD_1!A3:A50");
    assertThat(rows).isSortedAccordingTo((a, b) -> a.get(0).asInt() - b.get(0).asInt());
  }

  @Test
  void aTabThatAPersonHasMadeBeforehandIsTaken() {
    book.change("{\"addSheet\":{\"properties\":{\"sheetId\":77,\"title\":\"nsa_ctd_1\"}}}");

    imported();

    assertThat(tabId).isEqualTo(77);
    assertThat(book.values("nsa_ctd_1!A2:C2").get(0))
        .extracting(JsonNode::asText)
        .containsExactly("date", "keyword", "cost");
    assertThat(rowsByDay()).hasSize(12);
    update().execute().finished();
    assertUpdated();
  }

  @Test
  void aTabOfThatTitleThatIsSomethingElseIsNotTouched() {
    book.change("{\"addSheet\":{\"properties\":{\"sheetId\":77,\"title\":\"NSA_CTD_1\"}}}");
    book.type("NSA_CTD_1!A1:B2", "[[\"my plan\",\"\"],[\"task\",\"hours\"]]");

    new Run(DAY, DAY.plusDays(1), 3, 1)
        .execute()
        .failed(FailureCode.SHEET_TAB_CHANGED, "Cell A2", "\"task\" and not \"date\"");

    assertThat(google.writes(book)).isEmpty();
    assertThat(book.value("NSA_CTD_1!A2").asText()).isEqualTo("task");
  }

  @Test
  void protectedCellsAreSeenBeforeAnythingIsFetched() {
    imported();
    protect("{\"sheetId\":%d,\"startColumnIndex\":2,\"endColumnIndex\":3}".formatted(tabId));
    int writes = google.writes(book).size();

    update()
        .execute()
        .failed(FailureCode.SHEET_PROTECTED, "The range C:C", "costs are final", "Let sheets@");

    assertThat(google.writes(book)).hasSize(writes);
  }

  @Test
  void protectedCellsThatAreNotOursDoNotMatter() {
    imported();
    protect("{\"sheetId\":0}");

    update().execute().finished();

    assertUpdated();
  }

  private int protect(String range) {
    return book.change(
            """
            {"addProtectedRange":{"protectedRange":{"range":%s,"description":"costs are final",
              "editors":{"users":["owner@example.com"]}}}}\
            """
                .formatted(range))
        .at("/replies/0/addProtectedRange/protectedRange/protectedRangeId")
        .asInt();
  }

  @Test
  void aLargeRunIsStagedAndEndsTheSame() {
    imported();
    int writes = google.writes(book).size();

    new Run(DAY.plusDays(5), DAY.plusDays(11), 3_000, 2).execute().finished();

    assertThat(rowsByDay()).hasSize(12).containsEntry(DAY.plusDays(6), 3_000L);
    assertThat(cost()).isEqualTo(5 * 3 + 7 * 3_000 * 2);
    assertThat(google.writes(book).size() - writes).isGreaterThan(3);
    assertThat(book.titles()).hasSize(2);
  }

  @Test
  void aRunThatOutgrowsOneUpdateIsStagedOnTheWay() {
    imported();
    Run run = new Run(DAY.plusDays(5), DAY.plusDays(11), 3_000, 2);
    PrepareWithFewRows.handle(handler, run.prepare());
    run.rows(run.from).forEach(handler::handle);
    handler.handle(run.finish());

    run.finished();
    assertThat(cost()).isEqualTo(5 * 3 + 7 * 3_000 * 2);
    assertThat(book.titles()).hasSize(2);
  }

  /** A plan that was far too small. */
  private static final class PrepareWithFewRows {
    static void handle(
        SheetCommandHandler handler, io.daybreak.contracts.sheet.PrepareTab prepare) {
      handler.handle(
          new io.daybreak.contracts.sheet.PrepareTab(
              prepare.runId(),
              prepare.sequence(),
              prepare.spreadsheetId(),
              prepare.layout(),
              prepare.replaceFrom(),
              10,
              prepare.tabId(),
              prepare.replaceTo(),
              prepare.earliestDay()));
    }
  }

  @Test
  void theNamedRangeCoversHeaderAndRows() {
    imported();
    new Run(DAY.plusDays(5), DAY.plusDays(12), 4, 2).execute().finished();

    JsonNode range = book.show().at("/namedRanges/0");
    assertThat(range.path("name").asText()).isEqualTo("NSA_CTD_1_data");
    assertThat(
            Map.of(
                "from", range.at("/range/startRowIndex").asInt(),
                "to", range.at("/range/endRowIndex").asInt()))
        .isEqualTo(Map.of("from", 1, "to", 2 + 5 * 3 + 8 * 4));
  }
}
