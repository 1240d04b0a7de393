package io.daybreak.sheets.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.sheets.simulated.SimulatedGoogle;
import io.daybreak.simulators.kernel.Fault;
import io.daybreak.simulators.kernel.FaultRule;
import io.daybreak.simulators.sheets.workbook.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/**
 * For each way in which a spreadsheet can refuse a run: what its sentence says is done, and works.
 */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@WithTestResource(SimulatedGoogle.class)
class AdviceTest extends RunInABook {

  @Test
  void share() {
    book = google.book(Role.READER);
    first().failed(FailureCode.SHEET_NOT_SHARED, "Share it with this address as an editor");

    google.share(book);

    first().finished();
  }

  @Test
  void chooseAnotherSpreadsheet() {
    google.delete(book);
    first().failed(FailureCode.SHEET_NOT_FOUND, "Choose another spreadsheet");

    book = google.book();

    first().finished();
  }

  @Test
  void saveAsGoogleSheets() {
    google.befall(
        FaultRule.on(
            null,
            "/v4/spreadsheets/" + book.id() + ".*",
            new Fault.Status(
                400,
                "{\"error\":{\"code\":400,\"message\":\"no\",\"status\":\"FAILED_PRECONDITION\"}}")));
    first().failed(FailureCode.SHEET_NOT_NATIVE, "Save as Google Sheets");

    book = google.book();

    first().finished();
  }

  @Test
  void removeTabs() {
    book.change(
        """
        {"addSheet":{"properties":{"sheetId":5,"gridProperties":{"rowCount":9990,
          "columnCount":1000}}}}\
        """);
    new Run(DAY, DAY.plusDays(11), 300, 1)
        .execute()
        .failed(FailureCode.SHEET_CELL_LIMIT, "Remove tabs");

    book.change("{\"deleteSheet\":{\"sheetId\":5}}");

    new Run(DAY, DAY.plusDays(11), 300, 1).execute().finished();
  }

  @Test
  void startAgainLater() {
    imported();
    for (int status : new int[] {500, 503, 429}) {
      google.befall(FaultRule.on(null, ".*:batchUpdate", new Fault.Status(status, null)));
      update().execute().failed(codeOf(status), "again");
      google.heal();
    }

    update().execute().finished();
    assertUpdated();
  }

  private static FailureCode codeOf(int status) {
    return status == 429 ? FailureCode.SHEET_RATE_LIMITED : FailureCode.SHEET_UNAVAILABLE;
  }

  @Test
  void startAgainAfterATimeout() {
    imported();
    google.befall(FaultRule.on(null, ".*ByDataFilter", new Fault.Silence()));
    update().execute().failed(FailureCode.SHEET_TIMEOUT, "Start the import again later");
    google.heal();

    update().execute().finished();
    assertUpdated();
  }

  @Test
  void startAgainAfterARefusal() {
    imported();
    google.befall(FaultRule.on(null, ".*:batchUpdate", new Fault.Status(400, null)));
    update().execute().failed(FailureCode.SHEET_REFUSED, "HTTP 400", "Start an update");
    google.heal();

    update().execute().finished();
    assertUpdated();
  }

  @Test
  void putTheColumnsBack() {
    imported();
    column("insertDimension", ",\"inheritFromBefore\":false");
    update()
        .execute()
        .failed(
            FailureCode.SHEET_TAB_CHANGED, "Cell B2", "not \"keyword\"", "Put the columns back");

    column("deleteDimension", "");

    update().execute().finished();
    assertUpdated();
  }

  private void column(String request, String more) {
    book.change(
        """
        {"%s":{"range":{"sheetId":%d,"dimension":"COLUMNS","startIndex":1,"endIndex":2}%s}}\
        """
            .formatted(request, tabId, more));
  }

  @Test
  void orDeleteTheTab() {
    imported();
    book.type("NSA_CTD_1!C2:C2", "[[\"비용\"]]");
    update().execute().failed(FailureCode.SHEET_TAB_CHANGED, "Cell C2", "Or delete the tab");

    book.change("{\"deleteSheet\":{\"sheetId\":%d}}".formatted(tabId));

    update().execute().finished();
    assertThat(rowsByDay()).hasSize(12);
  }

  @Test
  void typeTheDate() {
    imported();
    book.type("NSA_CTD_1!A5:A5", "[[\"\"]]");
    update().execute().failed(FailureCode.SHEET_TAB_CHANGED, "Cell A5", "Type the date");

    book.type("NSA_CTD_1!A5:A5", "[[\"2026-11-01\"]]");

    update().execute().finished();
    assertUpdated();
  }

  @Test
  void orDeleteTheRow() {
    imported();
    book.type("NSA_CTD_1!A5:A5", "[[\"'2026-11-01\"]]");
    update().execute().failed(FailureCode.SHEET_TAB_CHANGED, "Cell A5", "delete the row");

    book.change(
        """
        {"deleteDimension":{"range":{"sheetId":%d,"dimension":"ROWS","startIndex":4,
          "endIndex":5}}}\
        """
            .formatted(tabId));

    update().execute().finished();
    assertThat(rowsByDay()).hasSize(12).allSatisfy((day, rows) -> assertThat(rows).isEqualTo(3));
  }

  @Test
  void letTheAddressEdit() {
    imported();
    int id = protect();
    update().execute().failed(FailureCode.SHEET_PROTECTED, "Let ", " edit it");

    book.change(
        """
        {"updateProtectedRange":{"protectedRange":{"protectedRangeId":%d,"editors":{"users":
          ["owner@example.com","%s"]}},"fields":"editors"}}\
        """
            .formatted(id, SimulatedGoogle.ACCOUNT));

    update().execute().finished();
    assertUpdated();
  }

  @Test
  void orRemoveTheProtection() {
    imported();
    int id = protect();
    update().execute().failed(FailureCode.SHEET_PROTECTED, "remove the protection");

    book.change("{\"deleteProtectedRange\":{\"protectedRangeId\":%d}}".formatted(id));

    update().execute().finished();
    assertUpdated();
  }

  private int protect() {
    return book.change(
            """
            {"addProtectedRange":{"protectedRange":{"range":{"sheetId":%d},
              "editors":{"users":["owner@example.com"]}}}}\
            """
                .formatted(tabId))
        .at("/replies/0/addProtectedRange/protectedRange/protectedRangeId")
        .asInt();
  }

  @Test
  void aProtectionThatCameInBetweenIsNamed() {
    imported();
    Run run = update();
    handler.handle(run.prepare());
    run.rows(run.from).forEach(handler::handle);
    int id = protect();
    handler.handle(run.finish());

    run.failed(FailureCode.SHEET_PROTECTED, "remove the protection");

    book.change("{\"deleteProtectedRange\":{\"protectedRangeId\":%d}}".formatted(id));
    update().execute().finished();
    assertUpdated();
  }

  private Run first() {
    return new Run(DAY, DAY.plusDays(1), 3, 1).execute();
  }
}
