package io.daybreak.sheets.command;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.contracts.sheet.FinishTab;
import io.daybreak.sheets.failure.Failure;
import io.daybreak.sheets.failure.FailureException;
import io.daybreak.sheets.google.GoogleFailure;
import io.daybreak.sheets.google.PacedSheets;
import io.daybreak.sheets.grid.CellLimitExceeded;
import io.daybreak.sheets.grid.Publication;
import io.daybreak.sheets.grid.StagingTab;
import io.daybreak.sheets.grid.Tab;
import io.daybreak.sheets.grid.Workbook;
import io.daybreak.sheets.run.RunSteps;
import io.daybreak.sheets.run.TabWrite;
import io.daybreak.sheets.run.TabWrites;
import io.daybreak.sheets.template.TemplateTabs;
import jakarta.enterprise.context.ApplicationScoped;

/** FinishTab: publishes the staged rows in one update, then copies the template's tabs. */
@ApplicationScoped
class TabFinishing {

  private final PacedSheets sheets;
  private final TabWrites writes;
  private final RunSteps steps;
  private final KeptRows keptRows;
  private final Inquiry inquiry;
  private final TemplateTabs templates;

  TabFinishing(
      PacedSheets sheets,
      TabWrites writes,
      RunSteps steps,
      KeptRows keptRows,
      Inquiry inquiry,
      TemplateTabs templates) {
    this.sheets = sheets;
    this.writes = writes;
    this.steps = steps;
    this.keptRows = keptRows;
    this.inquiry = inquiry;
    this.templates = templates;
  }

  void finish(TabWrite write, FinishTab command) {
    if (command.totalRows() != write.rowsStaged()) {
      throw new RowsMissing(command.totalRows(), write.rowsStaged()).toException();
    }
    long tabRows = publish(write);
    if (command.templateSpreadsheetId() != null) {
      steps.published(write);
      templates.copy(command.templateSpreadsheetId(), write.spreadsheetId());
    }
    steps.finished(write, tabRows);
  }

  /**
   * @return rows of data in the tab now
   */
  private long publish(TabWrite write) {
    Workbook before = sheets.workbook(write.spreadsheetId());
    Tab staging = before.byId(write.standingStagingTab()).orElseThrow(Inquiry::stagingTabGone);
    int kept = keptRows.count(write, before.byTitle(write.layout().title()));
    Publication publication =
        Publication.of(before, staging, write.layout(), write.rowsStaged(), kept);
    writes.requireHeld(write);
    long added = publication.peakCells() - before.cells();
    if (publication.peakCells() > Workbook.CELL_LIMIT) {
      throw new CellLimitExceeded(before.cells(), added).toException();
    }
    try {
      inquiry.afterRefusal(
          write, added, () -> sheets.change(write.spreadsheetId(), publication.changes()));
    } catch (FailureException e) {
      if (!(e.failure() instanceof GoogleFailure failure && failure.outcomeUnknown())
          || !isPublished(write)) {
        throw e;
      }
    }
    return kept + write.rowsStaged();
  }

  /**
   * Looks where the staging tab is: one update removes or renames it together with everything else,
   * so it tells whether the update happened.
   */
  private boolean isPublished(TabWrite write) {
    return sheets
        .workbook(write.spreadsheetId())
        .byId(write.standingStagingTab())
        .map(Tab::title)
        .filter(StagingTab.titleOf(write.runId())::equals)
        .isEmpty();
  }

  /** Not all rows of the run arrived. */
  private record RowsMissing(long expected, long staged) implements Failure {
    @Override
    public FailureCode code() {
      return FailureCode.SEQUENCE_GAP;
    }

    @Override
    public String reason() {
      return "The run has %d rows, but %d arrived. Start the import again."
          .formatted(expected, staged);
    }
  }
}
