package io.daybreak.sheets.command;

import io.daybreak.contracts.sheet.TabLayout;
import io.daybreak.sheets.google.PacedSheets;
import io.daybreak.sheets.grid.CellLimitExceeded;
import io.daybreak.sheets.grid.GridChange;
import io.daybreak.sheets.grid.Grids;
import io.daybreak.sheets.grid.Outlook;
import io.daybreak.sheets.grid.StagingTab;
import io.daybreak.sheets.grid.Tab;
import io.daybreak.sheets.grid.TabView;
import io.daybreak.sheets.grid.Workbook;
import io.daybreak.sheets.run.StagingLeftover;
import io.daybreak.sheets.run.TabWrite;
import io.daybreak.sheets.run.TabWrites;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the hidden tab that holds the rows of a run which is too large for one update. */
@ApplicationScoped
class Staging {

  private final PacedSheets sheets;
  private final TabWrites writes;
  private final Reclaiming reclaiming;
  private final StagingRemoval removal;
  private final Inquiry inquiry;

  Staging(
      PacedSheets sheets,
      TabWrites writes,
      Reclaiming reclaiming,
      StagingRemoval removal,
      Inquiry inquiry) {
    this.sheets = sheets;
    this.writes = writes;
    this.reclaiming = reclaiming;
    this.removal = removal;
    this.inquiry = inquiry;
  }

  /**
   * Sees that there is room, makes room where that is possible, and adds the tab.
   *
   * @param rows rows of data that are expected
   * @param kept rows of the tab that stay
   * @return the run with its staging tab
   */
  TabWrite begin(TabWrite write, Workbook workbook, Optional<TabView> tab, long rows, long kept) {
    // More rows than a spreadsheet has cells do not fit, however many more.
    long expected = Math.min(rows, Workbook.CELL_LIMIT);
    String spreadsheet = write.spreadsheetId();
    List<StagingLeftover> leftovers = removal.leftoversIn(spreadsheet, workbook);
    Workbook usable = removal.without(workbook, leftovers);
    StagingTab staging = StagingTab.of(write.runId(), workbook);
    List<GridChange> changes = new ArrayList<>(removal.removals(leftovers));
    changes.addAll(withRoom(write, usable, tab, staging, expected, kept));
    int gridRows = Grids.rowsFor(expected);
    writes.plan(write, staging.id(), gridRows, Math.toIntExact(kept));
    TabWrite begun = write.inStaging(staging.id(), gridRows, Math.toIntExact(kept));
    long added = (long) gridRows * write.layout().columns().size();
    inquiry.afterRefusal(
        write, added, () -> sheets.change(spreadsheet, changes, () -> writes.requireHeld(write)));
    removal.removed(leftovers);
    return begun;
  }

  /** The tab's creation, after as little reclaiming as makes it fit. */
  private List<GridChange> withRoom(
      TabWrite write,
      Workbook workbook,
      Optional<TabView> tab,
      StagingTab staging,
      long rows,
      long kept) {
    TabLayout layout = write.layout();
    List<GridChange> creation = staging.creation(layout, Grids.rowsFor(rows));
    Optional<Tab> grid = tab.map(TabView::tab);
    long peak = Outlook.peak(workbook, creation, staging.id(), grid, layout, rows, kept);
    if (peak <= Workbook.CELL_LIMIT) {
      return creation;
    }
    List<GridChange> changes =
        new ArrayList<>(tab.map(view -> reclaiming.changes(write, view)).orElse(List.of()));
    changes.addAll(creation);
    long smaller = Outlook.peak(workbook, changes, staging.id(), grid, layout, rows, kept);
    if (smaller > Workbook.CELL_LIMIT) {
      throw new CellLimitExceeded(workbook.cells(), smaller - workbook.cells()).toException();
    }
    Log.infof("Run %s: reclaimed empty rows and columns of the tab to have room", write.runId());
    return changes;
  }
}
