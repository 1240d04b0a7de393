package io.daybreak.sheets.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.contracts.sheet.TabFinished;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.sheets.fake.FakeSpreadsheet;
import io.daybreak.sheets.fake.FakeTab;
import io.daybreak.sheets.fake.GoogleResource;
import io.daybreak.sheets.fake.Trouble;
import io.daybreak.sheets.grid.Layouts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Spreadsheets that are nearly full; Google allows 10,000,000 cells. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@WithTestResource(GoogleResource.class)
class CellLimitTest extends RunInASpreadsheet {

  @Test
  void whatCannotFitFailsWithTheNumbersBeforeAnythingIsWritten() {
    google.put(spreadsheet, new FakeSpreadsheet(report(1_000, 9_999)));

    handle(run.prepare(1_000), run.write(days(DAY, 1)));

    assertFailed(
        FailureCode.SHEET_CELL_LIMIT,
        "needs 3,006 more cells, but 9,999,000 of the 10,000,000 cells",
        "which leaves 1,000");
    assertThat(google.writes(spreadsheet)).isEmpty();
  }

  @Test
  void whatFitsExactlyIsWritten() {
    FakeSpreadsheet content =
        google.put(
            spreadsheet, new FakeSpreadsheet(report(1_000, 9_999), new FakeTab(2, "x", 328, 3)));

    handle(run.prepare(3), run.write(days(DAY, 3)), run.finish());

    assertFinished(3);
    assertThat(content.tab(Layouts.TITLE).orElseThrow().rows).hasSize(5);
  }

  @Test
  void emptyRowsAndColumnsOfOurTabAreReclaimed() {
    FakeTab wasteful = rawTab(40_000, 200);
    FakeSpreadsheet content =
        google.put(spreadsheet, new FakeSpreadsheet(wasteful, report(1_000, 1_999)));

    handle(run.prepare(10_000));

    assertThat(content.tab(Layouts.TITLE).orElseThrow().rows).hasSize(7);
    assertThat(content.tab(Layouts.TITLE).orElseThrow().columns).isEqualTo(3);
    assertThat(content.tab(Layouts.TITLE).orElseThrow().row(6)).contains("old");
    handle(run.write(days(DAY, 4)), run.finish());
    assertFinished(4);
    assertThat(content.tab(Layouts.TITLE).orElseThrow().id).isEqualTo(42);
  }

  @Test
  void aSurplusThatIsNotEmptyIsNeverGivenUp() {
    FakeTab wasteful = rawTab(40_000, 200).with(30_000, "", "", "", "", "a note far away");
    google.put(spreadsheet, new FakeSpreadsheet(wasteful, report(1_000, 1_999)));

    handle(run.prepare(DAY.plusDays(3), 10_000));

    assertFailed(
        FailureCode.SHEET_CELL_LIMIT, "9,999,000 of the 10,000,000 cells", "which leaves 1,000");
    assertThat(google.writes(spreadsheet)).isEmpty();
    assertThat(wasteful.rows).hasSize(40_000);
  }

  @Test
  void rowsThatOutgrowTheSpreadsheetFailTheRunBeforeTheGridGrows() {
    google.put(spreadsheet, new FakeSpreadsheet(report(1_000, 9_999)));

    handle(run.prepare(10), run.write(days(DAY, 400)));

    assertFailed(FailureCode.SHEET_CELL_LIMIT, "needs 1,170 more cells", "which leaves 964");
    assertThat(google.writes(spreadsheet)).hasSize(1);
  }

  @Test
  void theGridGrowsJustAsNeededWhereThereIsNoRoomForMore() {
    google.put(spreadsheet, new FakeSpreadsheet(report(1_000, 9_999)));

    handle(run.prepare(10), run.write(days(DAY, 300)), run.finish());

    assertFinished(300);
  }

  @Test
  void aSpreadsheetThatFilledUpBetweenOurLookAndOurWriteIsRecognisedByLookingAgain() {
    FakeSpreadsheet content = google.put(spreadsheet, new FakeSpreadsheet(report(1_000, 9_000)));
    google.next(
        ":batchUpdate",
        new Trouble.Meanwhile(() -> content.add(new FakeTab(99, "new", 1_000, 1_000))));

    handle(run.prepare(100));

    assertFailed(
        FailureCode.SHEET_CELL_LIMIT, "10,000,000 of the 10,000,000 cells", "which leaves 0");
  }

  @Test
  void aTemplateThatDoesNotFitIsNotCopiedInPart() {
    FakeSpreadsheet content = google.put(spreadsheet, new FakeSpreadsheet(report(1_000, 9_000)));
    String template = "template-" + UUID.randomUUID();
    google.put(
        template,
        new FakeSpreadsheet(new FakeTab(0, "small", 10, 10), new FakeTab(1, "big", 1_000, 1_000)));

    handle(run.prepare(1), run.write(days(DAY, 1)), run.finish(template));

    assertFinished(1);
    assertThat(events.of(run.id))
        .last(type(TabFinished.class))
        .extracting(TabFinished::template)
        .satisfies(
            trouble -> {
              assertThat(trouble.code()).isEqualTo(FailureCode.SHEET_CELL_LIMIT);
              assertThat(trouble.reason()).contains("needs 1,000,100 more cells");
            });
    assertThat(content.tabs()).hasSize(2);
  }

  /** Five rows of data at the top of a large grid. */
  private static FakeTab rawTab(int rows, int columns) {
    FakeTab tab =
        new FakeTab(42, Layouts.TITLE, rows, columns)
            .with(0, Layouts.NOTICE)
            .with(1, "date", "keyword", "cost");
    for (int i = 0; i < 5; i++) {
      tab.with(2 + i, serial(DAY.plusDays(i)), "old", BigDecimal.ONE);
    }
    return tab;
  }

  private static FakeTab report(int rows, int columns) {
    return new FakeTab(0, "report", rows, columns);
  }
}
