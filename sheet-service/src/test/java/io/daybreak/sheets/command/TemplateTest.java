package io.daybreak.sheets.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.contracts.sheet.TemplateStarted;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.sheets.fake.FakeSpreadsheet;
import io.daybreak.sheets.fake.FakeTab;
import io.daybreak.sheets.fake.GoogleResource;
import io.daybreak.sheets.fake.KeyFile;
import io.daybreak.sheets.fake.Trouble;
import io.daybreak.sheets.grid.Layouts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Report templates, copied once. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@WithTestResource(GoogleResource.class)
class TemplateTest extends RunInASpreadsheet {

  @BeforeEach
  void anEarlierImport() {
    hold(tabOfTenDays(), new FakeTab(0, "report", 100, 10));
  }

  @Test
  void aTemplateIsCopiedOnceForAllRuns() {
    String template = aTemplate();

    handle(run.prepare(1), run.write(days(DAY, 1)), run.finish(template));
    assertFinished(1);
    assertThat(events.of(run.id)).contains(new TemplateStarted(run.id));
    assertThat(titles()).containsExactly(Layouts.TITLE, "report", "by day", "요약");

    content.tab("요약").orElseThrow().title = "renamed by its owner";
    ImportRun second = new ImportRun(spreadsheet, Layouts.small());
    handle(second.prepare(1), second.write(days(DAY, 1)), second.finish(template));
    run = second;
    assertFinished(1);
    assertThat(titles()).containsExactly(Layouts.TITLE, "report", "by day", "renamed by its owner");
  }

  @Test
  void aTemplateTabWhoseTitleIsTakenIsNotCopied() {
    content.add(new FakeTab(9, "BY DAY", 5, 5));

    handle(run.prepare(1), run.write(days(DAY, 1)), run.finish(aTemplate()));

    assertFinished(1);
    assertThat(titles()).containsExactly(Layouts.TITLE, "report", "BY DAY", "요약");
  }

  @Test
  void aCopyThatWasNotRenamedIsRenamedByTheNextRun() {
    String template = aTemplate();
    handle(run.prepare(1), run.write(days(DAY, 1)));
    google.next(
        "copyTo",
        new Trouble.Meanwhile(
            () ->
                google.next(spreadsheet + ":batchUpdate", Trouble.Status.of(503, "UNAVAILABLE"))));
    handle(run.finish(template));
    assertFailed(FailureCode.SHEET_UNAVAILABLE, "503");
    assertThat(titles()).contains("Copy of by day", "Copy of 요약");

    ImportRun second = new ImportRun(spreadsheet, Layouts.small());
    handle(second.prepare(1), second.write(days(DAY, 1)), second.finish(template));

    run = second;
    assertFinished(1);
    assertThat(titles()).containsExactly(Layouts.TITLE, "report", "by day", "요약");
  }

  @Test
  void aTemplateThatCannotBeReadFailsTheRunAfterItsRowsAreIn() {
    handle(run.prepare(1), run.write(days(DAY, 1)), run.finish("no-such-template"));

    assertFailed(FailureCode.SHEET_TEMPLATE_UNAVAILABLE, "The rows are in the tab");
    assertThat(keywords()).containsExactly("new");

    String template = aTemplate();
    run = new ImportRun(spreadsheet, Layouts.small());
    google.next("GET /v4/spreadsheets/" + template, Trouble.Status.of(403, "PERMISSION_DENIED"));
    handle(run.prepare(1), run.write(days(DAY, 1)), run.finish(template));
    assertFailed(FailureCode.SHEET_TEMPLATE_UNAVAILABLE, KeyFile.EMAIL);
  }

  private String aTemplate() {
    String template = "template-" + UUID.randomUUID();
    google.put(
        template,
        new FakeSpreadsheet(new FakeTab(0, "by day", 20, 5), new FakeTab(1, "요약", 20, 5)));
    return template;
  }
}
