package io.daybreak.sheets.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.contracts.sheet.RunFailed;
import io.daybreak.contracts.sheet.SheetCommand;
import io.daybreak.contracts.sheet.SheetEvent;
import io.daybreak.contracts.sheet.TabFinished;
import io.daybreak.contracts.sheet.TemplateStarted;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.sheets.fake.FakeGoogle;
import io.daybreak.sheets.fake.FakeSpreadsheet;
import io.daybreak.sheets.fake.FakeTab;
import io.daybreak.sheets.fake.GoogleResource;
import io.daybreak.sheets.fake.KeyFile;
import io.daybreak.sheets.fake.Trouble;
import io.daybreak.sheets.grid.Layouts;
import io.daybreak.sheets.grid.StagingTab;
import io.daybreak.sheets.grid.TypedRows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Imports into a tab that is there already: replaced, updated from a day on, or refused. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(GoogleResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExistingTabTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final int TAB = 42;

  @Inject SheetCommandHandler handler;
  FakeGoogle google;
  private EventLog events;
  private String spreadsheet;
  private FakeSpreadsheet content;
  private ImportRun run;

  @BeforeAll
  void listen() {
    events = new EventLog();
  }

  @AfterAll
  void stopListening() {
    events.close();
  }

  /** Ten days of one row each, under the header. */
  @BeforeEach
  void aTabOfTenDays() {
    spreadsheet = "sheet-" + UUID.randomUUID();
    FakeTab tab =
        new FakeTab(TAB, Layouts.TITLE, 12, 3)
            .with(0, Layouts.NOTICE)
            .with(1, "date", "keyword", "cost");
    for (int i = 0; i < 10; i++) {
      tab.with(2 + i, serial(DAY.plusDays(i)), "old", BigDecimal.ONE);
    }
    tab.frozenRows = 2;
    content = google.put(spreadsheet, new FakeSpreadsheet(tab, new FakeTab(0, "report", 100, 10)));
    run = new ImportRun(spreadsheet, Layouts.small());
  }

  @Test
  void aShorterImportReplacesAllRowsAndCutsTheRest() {
    handle(run.prepare(4), run.write(rows(DAY, 4)), run.finish());

    assertEnd(new TabFinished(run.id, 4));
    assertThat(tab().id).isEqualTo(TAB);
    assertThat(tab().rows).hasSize(6);
    assertThat(keywords()).containsExactly("new", "new", "new", "new");
    assertThat(content.tabs()).hasSize(2);
  }

  @Test
  void aLongerImportGrowsTheTab() {
    handle(run.prepare(30), run.write(rows(DAY, 30)), run.finish());

    assertEnd(new TabFinished(run.id, 30));
    assertThat(tab().rows).hasSize(32);
    assertThat(tab().row(31))
        .containsExactly(serial(DAY.plusDays(29)), "new", new BigDecimal("2.5"));
  }

  @Test
  void anImportOfNoRowsLeavesTheHeader() {
    handle(run.prepare(0), run.finish());

    assertEnd(new TabFinished(run.id, 0));
    assertThat(tab().rows).hasSize(3);
    assertThat(tab().row(2)).containsExactly("", "", "");
    assertThat(tab().row(1)).containsExactly("date", "keyword", "cost");
  }

  @Test
  void aNewTabOfNoRowsIsItsHeader() {
    content.remove(tab());

    handle(run.prepare(0), run.finish());

    assertEnd(new TabFinished(run.id, 0));
    assertThat(tab().rows).hasSize(3);
    assertThat(tab().hidden).isFalse();
  }

  @Test
  void anUpdateReplacesTheRowsFromItsDayOn() {
    handle(run.prepare(DAY.plusDays(7), 5), run.write(rows(DAY.plusDays(7), 5)), run.finish());

    assertEnd(new TabFinished(run.id, 12));
    assertThat(tab().rows).hasSize(14);
    assertThat(keywords().subList(0, 7)).containsOnly("old");
    assertThat(keywords().subList(7, 12)).containsOnly("new");
  }

  @Test
  void rowsThatPeopleAddedWhileTheUpdateRanAreSeen() {
    handle(run.prepare(DAY.plusDays(7), 1), run.write(rows(DAY.plusDays(9), 1)));
    tab().with(2, serial(DAY), "old", BigDecimal.ONE);
    google.next(
        "GET",
        new Trouble.Meanwhile(
            () ->
                tab()
                    .rows
                    .add(3, new FakeTab(1, "t", 1, 3).with(0, serial(DAY), "old").rows.get(0))));

    handle(run.finish());

    assertEnd(new TabFinished(run.id, 9));
    assertThat(keywords()).hasSize(9).startsWith("old").endsWith("new");
  }

  @Test
  void datesThatDoNotAscendFailTheUpdateBeforeAnythingIsWritten() {
    tab().with(5, serial(DAY.plusDays(30)), "sorted by hand", BigDecimal.ONE);

    handle(run.prepare(DAY.plusDays(7), 5), run.write(rows(DAY.plusDays(7), 5)));

    assertFailed(FailureCode.SHEET_TAB_CHANGED, "Row 7");
    assertThat(google.writes(spreadsheet)).isEmpty();
  }

  @Test
  void aChangedHeaderFailsTheUpdate() {
    tab().with(1, "date", "cost", "keyword");

    handle(run.prepare(DAY.plusDays(7), 5));

    assertFailed(FailureCode.SHEET_TAB_CHANGED, "header in row 2");
  }

  @Test
  void anUpdateOfATabThatIsGoneFails() {
    content.remove(tab());

    handle(run.prepare(DAY.plusDays(7), 5));

    assertFailed(FailureCode.SHEET_TAB_CHANGED, "The tab is gone");
  }

  @Test
  void whatPeopleAddedDoesNotStandInTheWay() {
    tab().columns = 20;
    tab().with(4, "", "", "", "a note beside the data");
    tab().frozenRows = 9;
    tab().merges = 5;

    handle(run.prepare(2), run.write(rows(DAY, 2)), run.finish());

    assertEnd(new TabFinished(run.id, 2));
    assertThat(tab().columns).isEqualTo(3);
    assertThat(tab().rows).hasSize(4);
    assertThat(tab().frozenRows).isEqualTo(2);
    assertThat(tab().merges).isEqualTo(1);
  }

  @Test
  void aTitleInAnotherCaseIsTheSameTab() {
    tab().title = Layouts.TITLE.toLowerCase(java.util.Locale.ROOT);

    handle(run.prepare(1), run.write(rows(DAY, 1)), run.finish());

    assertEnd(new TabFinished(run.id, 1));
    assertThat(content.tabs()).hasSize(2);
  }

  @Test
  void aPublicationThatTimedOutButHappenedSucceeds() {
    handle(run.prepare(4), run.write(rows(DAY, 4)));
    google.next(":batchUpdate", new Trouble.DoneWithoutAnswer());

    handle(run.finish());

    assertEnd(new TabFinished(run.id, 4));
    assertThat(keywords()).containsOnly("new");
  }

  @Test
  void aPublicationThatTimedOutAndDidNotHappenFailsAndIsNotRepeated() {
    handle(run.prepare(4), run.write(rows(DAY, 4)));
    google.next(":batchUpdate", new Trouble.NoAnswer());

    handle(run.finish());

    assertFailed(FailureCode.SHEET_TIMEOUT, "1 seconds");
    assertThat(google.writes(spreadsheet)).hasSize(3);
    assertThat(keywords()).hasSize(10).containsOnly("old");
  }

  @Test
  void aPublicationThatIsRefusedLeavesTheTabAsItWas() {
    handle(run.prepare(4), run.write(rows(DAY, 4)));
    google.next(":batchUpdate", Trouble.Status.of(400, "INVALID_ARGUMENT"));

    handle(run.finish(), run.abandon());

    assertFailed(FailureCode.SHEET_REFUSED, "");
    assertThat(keywords()).hasSize(10).containsOnly("old");
    assertThat(content.tabs()).hasSize(2);
  }

  @Test
  void aStagingTabThatSomebodyDeletedFailsTheRun() {
    handle(run.prepare(4), run.write(rows(DAY, 2)));
    content.remove(content.tab(StagingTab.titleOf(run.id)).orElseThrow());

    handle(run.write(rows(DAY, 2)));

    assertFailed(FailureCode.SHEET_TAB_CHANGED, "hidden tab");
  }

  @Test
  void aTemplateIsCopiedOnceForAllRuns() {
    String template = aTemplate();

    handle(run.prepare(1), run.write(rows(DAY, 1)), run.finish(template));
    assertEnd(new TabFinished(run.id, 1));
    assertThat(events.of(run.id)).contains(new TemplateStarted(run.id));
    assertThat(titles()).containsExactly(Layouts.TITLE, "report", "by day", "요약");

    content.tab("요약").orElseThrow().title = "renamed by its owner";
    ImportRun second = new ImportRun(spreadsheet, Layouts.small());
    handle(second.prepare(1), second.write(rows(DAY, 1)), second.finish(template));
    run = second;
    assertEnd(new TabFinished(second.id, 1));
    assertThat(titles()).containsExactly(Layouts.TITLE, "report", "by day", "renamed by its owner");
  }

  @Test
  void aTemplateTabWhoseTitleIsTakenIsNotCopied() {
    content.add(new FakeTab(9, "BY DAY", 5, 5));

    handle(run.prepare(1), run.write(rows(DAY, 1)), run.finish(aTemplate()));

    assertEnd(new TabFinished(run.id, 1));
    assertThat(titles()).containsExactly(Layouts.TITLE, "report", "BY DAY", "요약");
  }

  @Test
  void aCopyThatWasNotRenamedIsRenamedByTheNextRun() {
    String template = aTemplate();
    handle(run.prepare(1), run.write(rows(DAY, 1)));
    google.next(
        "copyTo",
        new Trouble.Meanwhile(
            () ->
                google.next(spreadsheet + ":batchUpdate", Trouble.Status.of(503, "UNAVAILABLE"))));
    handle(run.finish(template));
    assertFailed(FailureCode.SHEET_UNAVAILABLE, "503");
    assertThat(titles()).contains("Copy of by day", "Copy of 요약");

    ImportRun second = new ImportRun(spreadsheet, Layouts.small());
    handle(second.prepare(1), second.write(rows(DAY, 1)), second.finish(template));

    run = second;
    assertEnd(new TabFinished(second.id, 1));
    assertThat(titles()).containsExactly(Layouts.TITLE, "report", "by day", "요약");
  }

  @Test
  void aTemplateThatCannotBeReadFailsTheRunAfterItsRowsAreIn() {
    handle(run.prepare(1), run.write(rows(DAY, 1)), run.finish("no-such-template"));

    assertFailed(FailureCode.SHEET_TEMPLATE_UNAVAILABLE, "The rows are in the tab");
    assertThat(keywords()).containsExactly("new");

    String template = aTemplate();
    run = new ImportRun(spreadsheet, Layouts.small());
    google.next("GET /v4/spreadsheets/" + template, Trouble.Status.of(403, "PERMISSION_DENIED"));
    handle(run.prepare(1), run.write(rows(DAY, 1)), run.finish(template));
    assertFailed(FailureCode.SHEET_TEMPLATE_UNAVAILABLE, KeyFile.EMAIL);
  }

  private String aTemplate() {
    String template = "template-" + UUID.randomUUID();
    google.put(
        template,
        new FakeSpreadsheet(new FakeTab(0, "by day", 20, 5), new FakeTab(1, "요약", 20, 5)));
    return template;
  }

  private void handle(SheetCommand... commands) {
    for (SheetCommand command : commands) {
      handler.handle(command);
    }
  }

  private FakeTab tab() {
    return content.tabs().stream()
        .filter(tab -> tab.title.equalsIgnoreCase(Layouts.TITLE))
        .findFirst()
        .orElseThrow();
  }

  private List<String> titles() {
    return content.tabs().stream().map(tab -> tab.title).toList();
  }

  private List<Object> keywords() {
    return IntStream.range(2, tab().rows.size()).mapToObj(row -> tab().row(row).get(1)).toList();
  }

  private static BigDecimal serial(LocalDate day) {
    return BigDecimal.valueOf(TypedRows.serial(day));
  }

  private static List<List<String>> rows(LocalDate from, int days) {
    return IntStream.range(0, days)
        .mapToObj(i -> List.of(from.plusDays(i).toString(), "new", "2.5"))
        .toList();
  }

  private void assertEnd(SheetEvent event) {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(events.of(run.id)).last().isEqualTo(event));
  }

  private void assertFailed(FailureCode code, String part) {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(events.of(run.id)).last().isInstanceOf(RunFailed.class));
    List<SheetEvent> all = events.of(run.id);
    RunFailed failed = (RunFailed) all.get(all.size() - 1);
    assertThat(failed.code()).isEqualTo(code);
    assertThat(failed.reason()).contains(part);
  }
}
