package io.daybreak.sheets.command;

import io.daybreak.contracts.sheet.TabLayout;
import io.daybreak.sheets.google.PacedSheets;
import io.daybreak.sheets.grid.CellLimitExceeded;
import io.daybreak.sheets.grid.GridChange;
import io.daybreak.sheets.grid.Grids;
import io.daybreak.sheets.grid.Outlook;
import io.daybreak.sheets.grid.StagingTab;
import io.daybreak.sheets.grid.Tab;
import io.daybreak.sheets.grid.Workbook;
import io.daybreak.sheets.run.RunSteps;
import io.daybreak.sheets.run.StagingLeftover;
import io.daybreak.sheets.run.TabWrite;
import io.daybreak.sheets.run.TabWrites;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** PrepareTab: sees that there is room, makes room where that is possible, adds the staging tab. */
@ApplicationScoped
class TabPreparation {

  private final PacedSheets sheets;
  private final TabWrites writes;
  private final RunSteps steps;
  private final KeptRows keptRows;
  private final Reclaiming reclaiming;
  private final StagingRemoval removal;
  private final Inquiry inquiry;

  TabPreparation(
      PacedSheets sheets,
      TabWrites writes,
      RunSteps steps,
      KeptRows keptRows,
      Reclaiming reclaiming,
      StagingRemoval removal,
      Inquiry inquiry) {
    this.sheets = sheets;
    this.writes = writes;
    this.steps = steps;
    this.keptRows = keptRows;
    this.reclaiming = reclaiming;
    this.removal = removal;
    this.inquiry = inquiry;
  }

  void prepare(TabWrite write, long expectedRows) {
    // More rows than a spreadsheet has cells do not fit, however many more.
    long estimatedRows = Math.min(expectedRows, Workbook.CELL_LIMIT);
    String spreadsheet = write.spreadsheetId();
    Workbook workbook = sheets.workbook(spreadsheet);
    List<StagingLeftover> leftovers = removal.leftoversIn(spreadsheet, workbook);
    Workbook usable = removal.without(workbook, leftovers);
    Optional<Tab> tab = usable.byTitle(write.layout().title());
    int kept = keptRows.count(write, tab);
    StagingTab staging = StagingTab.of(write.runId(), workbook);

    List<GridChange> changes = new ArrayList<>(removal.removals(leftovers));
    changes.addAll(withRoom(write, usable, tab, staging, estimatedRows, kept));
    int rows = Grids.rowsFor(estimatedRows);
    writes.plan(write, staging.id(), rows, kept);
    long added = (long) rows * write.layout().columns().size();
    inquiry.afterRefusal(write, added, () -> sheets.change(spreadsheet, changes));
    removal.removed(leftovers);
    steps.prepared(write);
  }

  /**
   * The staging tab's creation, after as little reclaiming as makes it fit: nothing, else what is
   * empty in the tab, else the rows that are about to be replaced.
   */
  private List<GridChange> withRoom(
      TabWrite write,
      Workbook workbook,
      Optional<Tab> tab,
      StagingTab staging,
      long rows,
      int kept) {
    TabLayout layout = write.layout();
    List<GridChange> creation = staging.creation(layout, Grids.rowsFor(rows));
    long smallestPeak = Long.MAX_VALUE;
    for (Reclaiming.Way way : Reclaiming.Way.values()) {
      List<GridChange> changes = new ArrayList<>();
      tab.ifPresent(existing -> changes.addAll(reclaiming.changes(way, write, existing)));
      changes.addAll(creation);
      long peak = Outlook.peak(workbook, changes, staging.id(), layout, rows, kept);
      if (peak <= Workbook.CELL_LIMIT) {
        if (way != Reclaiming.Way.NOTHING) {
          Log.infof("Run %s: reclaimed %s of the tab to have room", write.runId(), way);
        }
        return changes;
      }
      smallestPeak = Math.min(smallestPeak, peak);
    }
    throw new CellLimitExceeded(workbook.cells(), smallestPeak - workbook.cells()).toException();
  }
}
