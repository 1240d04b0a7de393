package io.daybreak.sheets.grid;

import static io.daybreak.contracts.sheet.TabLayout.HEADER_ROWS;

import io.daybreak.contracts.sheet.TabLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * The one update that puts a run's staged rows where people see them.
 *
 * @param changes to be applied wholly or not at all
 * @param peakCells the most cells the spreadsheet has while they are applied
 */
public record Publication(List<GridChange> changes, long peakCells) {

  /**
   * In how many portions rows move from the staging tab to the tab where there is no room for both
   * in full: each portion is taken off the one after it was copied to the other.
   */
  private static final int PORTIONS = 20;

  /**
   * @param before the spreadsheet, staging tab included
   * @param stagedRows rows of data in the staging tab
   * @param keptRows rows of data that stay at the tab's top
   */
  public static Publication of(
      Workbook before, Tab staging, TabLayout layout, long stagedRows, int keptRows) {
    return before
        .byTitle(layout.title())
        .map(tab -> into(tab, before, staging, layout, Math.toIntExact(stagedRows), keptRows))
        .orElseGet(() -> asNewTab(before, staging, layout, stagedRows));
  }

  /** No tab yet: the staging tab becomes it. */
  private static Publication asNewTab(
      Workbook before, Tab staging, TabLayout layout, long stagedRows) {
    List<GridChange> changes = new ArrayList<>();
    resizeRows(changes, staging.id(), staging.rows(), Grids.rowsFor(stagedRows));
    changes.addAll(Grids.formats(staging.id(), layout));
    changes.add(new GridChange.Rename(staging.id(), layout.title()));
    changes.add(new GridChange.Show(staging.id()));
    return new Publication(changes, Sizes.peak(before, changes));
  }

  /** The tab keeps its id, so that what refers to it goes on working. */
  private static Publication into(
      Tab tab, Workbook before, Tab staging, TabLayout layout, int stagedRows, int keptRows) {
    Publication atOnce = into(tab, before, staging, layout, stagedRows, keptRows, 1);
    return atOnce.peakCells() <= Workbook.CELL_LIMIT || stagedRows == 0
        ? atOnce
        : into(tab, before, staging, layout, stagedRows, keptRows, PORTIONS);
  }

  private static Publication into(
      Tab tab,
      Workbook before,
      Tab staging,
      TabLayout layout,
      int stagedRows,
      int keptRows,
      int portions) {
    List<GridChange> changes = new ArrayList<>();
    // What people froze or merged must not stand in the way of cutting, copying and merging.
    changes.add(new GridChange.FreezeRows(tab.id(), 0));
    changes.add(new GridChange.UnmergeAll(tab.id()));
    int finalRows = Grids.rowsFor((long) keptRows + stagedRows);
    int firstRows = portions == 1 ? finalRows : Math.min(tab.rows(), Grids.rowsFor(keptRows));
    fitGrid(changes, tab, firstRows, layout.columns().size());
    if (portions == 1) {
      copy(changes, staging, tab, HEADER_ROWS + keptRows, stagedRows, layout);
    } else {
      movePortions(changes, staging, tab, firstRows, keptRows, stagedRows, layout, portions);
    }
    if (keptRows + stagedRows == 0) {
      changes.add(new GridChange.ClearRow(tab.id(), HEADER_ROWS, layout.columns().size()));
    }
    changes.addAll(Grids.frame(tab.id(), layout));
    changes.add(new GridChange.RemoveTab(staging.id()));
    return new Publication(changes, Sizes.peak(before, changes));
  }

  /** Shrinks before it grows: Google checks new rows against old columns. */
  private static void fitGrid(List<GridChange> changes, Tab tab, int rows, int columns) {
    if (tab.columns() > columns) {
      changes.add(new GridChange.DeleteColumns(tab.id(), columns, tab.columns()));
    }
    if (tab.rows() > rows) {
      changes.add(new GridChange.DeleteRows(tab.id(), rows, tab.rows()));
    }
    if (tab.columns() < columns) {
      changes.add(new GridChange.AppendColumns(tab.id(), columns - tab.columns()));
    }
    if (tab.rows() < rows) {
      changes.add(new GridChange.AppendRows(tab.id(), rows - tab.rows()));
    }
  }

  private static void movePortions(
      List<GridChange> changes,
      Tab staging,
      Tab tab,
      int firstRows,
      int keptRows,
      int stagedRows,
      TabLayout layout,
      int portions) {
    int portion = (stagedRows + portions - 1) / portions;
    int tabRows = firstRows;
    // The staging tab's own surplus goes first; it has to keep a row below its header.
    resizeRows(changes, staging.id(), staging.rows(), Grids.rowsFor(stagedRows));
    for (int moved = 0; moved < stagedRows; moved += portion) {
      int rows = Math.min(portion, stagedRows - moved);
      int to = HEADER_ROWS + keptRows + moved;
      resizeRows(changes, tab.id(), tabRows, Math.max(tabRows, to + rows));
      tabRows = Math.max(tabRows, to + rows);
      copy(changes, staging, tab, to, rows, layout);
      if (moved + rows < stagedRows) {
        changes.add(new GridChange.DeleteRows(staging.id(), HEADER_ROWS, HEADER_ROWS + rows));
      }
    }
  }

  private static void copy(
      List<GridChange> changes, Tab staging, Tab tab, int toRow, int rows, TabLayout layout) {
    if (rows > 0) {
      changes.add(
          new GridChange.CopyValues(
              staging.id(), HEADER_ROWS, tab.id(), toRow, rows, layout.columns().size()));
    }
  }

  private static void resizeRows(List<GridChange> changes, int tab, int from, int to) {
    if (from > to) {
      changes.add(new GridChange.DeleteRows(tab, to, from));
    } else if (from < to) {
      changes.add(new GridChange.AppendRows(tab, to - from));
    }
  }
}
