package io.daybreak.sheets.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.contracts.sheet.TabFinished;
import io.daybreak.contracts.sheet.TabLayout;
import io.daybreak.contracts.sheet.TemplateStarted;
import io.daybreak.contracts.sheet.TemplateTrouble;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.sheets.grid.Layouts;
import io.daybreak.sheets.simulated.Book;
import io.daybreak.sheets.simulated.SimulatedGoogle;
import io.daybreak.simulators.kernel.Fault;
import io.daybreak.simulators.kernel.FaultRule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Report templates: each tab copied once, its formulas right, and no run fails for them. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@WithTestResource(SimulatedGoogle.class)
class TemplateTest extends RunInABook {

  @Inject Pool pool;
  private Book template;

  @BeforeEach
  void aTemplate() {
    template = google.book();
    template.change(
        "{\"addSheet\":{\"properties\":{\"sheetId\":11,\"title\":\"by day\"}}}",
        "{\"addSheet\":{\"properties\":{\"sheetId\":12,\"title\":\"요약\"}}}",
        "{\"deleteSheet\":{\"sheetId\":0}}");
  }

  @Test
  void aTemplateIsCopiedOnceForAllRuns() {
    Run first = first();

    assertThat(finishedWell(first).tabRows()).isEqualTo(36);
    assertThat(events.of(first.id)).contains(new TemplateStarted(first.id));
    assertThat(book.titles()).containsExactly("report", LAYOUT.title(), "by day", "요약");

    rename("요약", "renamed by its owner");
    finishedWell(again());
    assertThat(book.titles())
        .containsExactly("report", LAYOUT.title(), "by day", "renamed by its owner");
  }

  @Test
  void aTemplateTabWhoseTitleIsTakenIsNotCopied() {
    rename("report", "BY DAY");

    finishedWell(first());

    assertThat(book.titles()).containsExactly("BY DAY", LAYOUT.title(), "요약");
  }

  @Test
  void formulasForAnotherAccountShowThisOnes() {
    template.type(
        "'by day'!A1:A6",
        """
        [["=SUM(NSA_CTD_1000001!C3:C)"], ["=SUM('NSA_CTD'!C3:C)"],
         ["=IFERROR(SUM(NSA_CTD_1000001!C3:C), \\"none\\")"], ["NSA_CTD_1000001!C3"],
         ["=SUM(INDIRECT(\\"NSA_CTD_1000001!C3:C\\"))"], ["=\\"NSA_CTD_1000001 as a text\\""]]
        """);

    finishedWell(first());

    assertThat(book.formulas("'by day'!A1:A6").toString())
        .isEqualTo(
            """
            [["=SUM(NSA_CTD_1!C3:C)"],["=SUM(NSA_CTD_1!C3:C)"],\
            ["=IFERROR(SUM(NSA_CTD_1!C3:C), \\"none\\")"],["NSA_CTD_1000001!C3"],\
            ["=SUM(INDIRECT(\\"NSA_CTD_1!C3:C\\"))"],["=\\"NSA_CTD_1000001 as a text\\""]]""");
    assertThat(book.value("'by day'!A1").asDouble()).isEqualTo(36);
    assertThat(book.value("'by day'!A3").asDouble()).isEqualTo(36);
  }

  @Test
  void tabsOfATemplateThatReferToEachOtherAreRightInTheCopy() {
    template.type("'by day'!A1:A2", "[[\"='요약'!B2 * 2\"], [\"=IFERROR('요약'!B2, 0)\"]]");
    template.type("'요약'!B2", "[[21]]");

    finishedWell(first());

    assertThat(book.value("'by day'!A1").asDouble()).isEqualTo(42);
    assertThat(book.value("'by day'!A2").asDouble()).isEqualTo(21);
  }

  @Test
  void aTabThatStandsForTheRowsIsNotCopied() {
    template.change(
        "{\"addSheet\":{\"properties\":{\"sheetId\":13,\"title\":\"NSA_CTD_1000001\"}}}");
    template.type("NSA_CTD_1000001!C3", "[[7]]");
    template.type("'by day'!A1", "[[\"=SUM(NSA_CTD_1000001!C3:C)\"]]");

    finishedWell(first());

    assertThat(book.titles()).containsExactly("report", LAYOUT.title(), "by day", "요약");
    assertThat(book.value("'by day'!A1").asDouble()).isEqualTo(36);
  }

  @Test
  void aRawTabThatWasRenamedIsFoundByTheFormulas() {
    imported();
    rename(LAYOUT.title(), "11월 원본's");
    template.type("'by day'!A1", "[[\"=SUM(NSA_CTD!C3:C)\"]]");

    finishedWell(again());

    assertThat(book.formulas("'by day'!A1").toString()).isEqualTo("[[\"=SUM('11월 원본''s'!C3:C)\"]]");
    assertThat(book.value("'by day'!A1").asDouble()).isEqualTo(5 * 3 + 7 * 3 * 2);
  }

  @Test
  void theReportOfAnotherAccountInTheSpreadsheetStaysItsOwn() {
    template.type("'by day'!A1", "[[\"=SUM(NSA_CTD!C3:C)\"]]");
    template.type("'요약'!A1", "[[\"=SUM(NSA_CGD!C3:C)\"]]");
    TemplateTrouble missing = first().finished().template();
    assertThat(missing).isNotNull();
    assertThat(missing.code()).isEqualTo(FailureCode.SHEET_TEMPLATE_INCOMPLETE);
    assertThat(missing.cells()).containsExactly("'요약'!A1");

    tabId = null;
    finishedWell(firstOf("NSA_CGD_2"));
    tabId = null;
    finishedWell(firstOf("NSA_CTD_2"));

    assertThat(book.formulas("'by day'!A1").toString()).contains("NSA_CTD_1!");
    assertThat(book.formulas("'요약'!A1").toString()).contains("NSA_CGD_2!");
    assertThat(book.value("'요약'!A1").asDouble()).isEqualTo(36);
  }

  @Test
  void whatIsSaidOfAWrongFormulaHelps() {
    template.type("'요약'!A1", "[[\"='지난달'!A1\"]]");
    assertThat(first().finished().template().reason()).contains("delete the copied tab");

    template.type("'요약'!A1", "[[\"='by day'!B1\"]]");
    book.change("{\"deleteSheet\":{\"sheetId\":%d}}".formatted(book.tabId("요약")));

    finishedWell(again());
    assertThat(book.formulas("'요약'!A1").toString()).contains("by day");
  }

  @Test
  void aTemplateThatCannotBeReadIsToldAndTheRowsAreIn() {
    Book hidden = google.privateBook();
    Run run = run(LAYOUT.title());
    run.template = hidden.id();

    TemplateTrouble trouble = run.execute().finished().template();

    assertThat(trouble).isNotNull();
    assertThat(trouble.code()).isEqualTo(FailureCode.SHEET_TEMPLATE_UNAVAILABLE);
    assertThat(trouble.reason()).contains("The rows are in the tab", SimulatedGoogle.ACCOUNT);
    assertThat(cost()).isEqualTo(36);
    google.share(hidden);
    Run update = update();
    update.template = hidden.id();
    finishedWell(update.execute());
  }

  @Test
  void aCopyThatNobodyHeardOfIsFoundByTheNextRun() {
    google.befall(FaultRule.on("POST", ".*:copyTo", new Fault.ResetAfter()).onlyCall(1));

    TemplateTrouble trouble = first().finished().template();

    assertThat(trouble).isNotNull();
    assertThat(trouble.code()).isEqualTo(FailureCode.SHEET_UNAVAILABLE);
    assertThat(book.titles()).containsExactly("report", LAYOUT.title(), "Copy of by day");
    google.heal();
    finishedWell(again());
    assertThat(book.titles()).containsExactly("report", LAYOUT.title(), "by day", "요약");
  }

  @Test
  void ofTwoTabsThatMayBeTheCopyAPersonChooses() {
    google.befall(FaultRule.on("POST", ".*:copyTo", new Fault.ResetAfter()).onlyCall(1));
    first().finished();
    google.heal();
    int copy = book.tabId("Copy of by day");
    book.change(
        "{\"duplicateSheet\":{\"sourceSheetId\":%d,\"newSheetName\":\"by day, mine\"}}"
            .formatted(copy));

    TemplateTrouble trouble = again().finished().template();

    assertThat(trouble).isNotNull();
    assertThat(trouble.code()).isEqualTo(FailureCode.SHEET_TEMPLATE_INCOMPLETE);
    assertThat(trouble.reason()).contains("Copy of by day", "by day, mine");
    rename("Copy of by day", "by day");
    finishedWell(again());
    assertThat(book.titles())
        .containsExactlyInAnyOrder("report", LAYOUT.title(), "by day", "by day, mine", "요약");
  }

  @Test
  void aCopyThatWasNotRenamedIsRenamedByTheNextRun() {
    google.befall(
        FaultRule.on("POST", ".*:batchUpdate", new Fault.Status(503, null)).calls(3, 100));

    assertThat(first().finished().template()).isNotNull();
    assertThat(book.titles()).contains("Copy of by day", "Copy of 요약");
    google.heal();

    finishedWell(again());
    assertThat(book.titles()).containsExactly("report", LAYOUT.title(), "by day", "요약");
  }

  @Test
  void aWriterThatWasKilledWhileItCopiedEndsInSuccessWithATrouble() {
    google.befall(
        FaultRule.on("POST", ".*:copyTo", new Fault.Delay(Duration.ofSeconds(4))).onlyCall(1));
    Run run = run(LAYOUT.title());
    handler.handle(run.prepare());
    run.rows(run.from).forEach(handler::handle);
    CompletableFuture<Void> killed = CompletableFuture.runAsync(() -> handler.handle(run.finish()));
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> events.of(run.id).contains(new TemplateStarted(run.id)));
    pool.preparedQuery(
            """
            update tab_write
            set holder = gen_random_uuid(), lease_until = now() - interval '1 second'
            where run_id = $1
            """)
        .execute(Tuple.of(run.id))
        .await()
        .indefinitely();

    TemplateTrouble trouble = run.finished().template();
    killed.join();

    assertThat(trouble).isNotNull();
    assertThat(trouble.code()).isEqualTo(FailureCode.WRITER_LOST);
    assertThat(cost()).isEqualTo(36);
    google.heal();
    finishedWell(again());
    assertThat(book.titles()).containsExactlyInAnyOrder("report", LAYOUT.title(), "by day", "요약");
  }

  @Test
  void formulasAreLookedAtOnce() {
    finishedWell(first());
    int before = google.reads(book).size();

    finishedWell(again());

    int with = google.reads(book).size() - before;
    Run without = update();
    int beforeThat = google.reads(book).size();
    without.execute().finished();
    assertThat(with - (google.reads(book).size() - beforeThat)).isEqualTo(1);
  }

  private Run first() {
    return firstOf(LAYOUT.title());
  }

  private Run firstOf(String title) {
    return run(title).execute();
  }

  private Run run(String title) {
    Run run = new Run(DAY, DAY.plusDays(11), 3, 1);
    run.layout = new TabLayout(title, Layouts.NOTICE, LAYOUT.columns());
    run.template = template.id();
    return run;
  }

  private Run again() {
    Run run = update();
    run.template = template.id();
    return run.execute();
  }

  private static TabFinished finishedWell(Run run) {
    TabFinished finished = run.finished();
    assertThat(finished.template()).isNull();
    return finished;
  }

  private void rename(String title, String to) {
    book.change(
        "{\"updateSheetProperties\":{\"properties\":{\"sheetId\":%d,\"title\":\"%s\"},\"fields\":\"title\"}}"
            .formatted(book.tabId(title), to));
  }
}
