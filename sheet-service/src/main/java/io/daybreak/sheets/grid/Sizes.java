package io.daybreak.sheets.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Carries out the changes of sizes on paper, to know the number of cells before Google does. */
final class Sizes {

  private Workbook workbook;
  private long peak;

  private Sizes(Workbook workbook) {
    this.workbook = workbook;
    this.peak = workbook.cells();
  }

  /**
   * The most cells the spreadsheet has at any moment of the changes. Google checks the limit at
   * every step, so a later reduction does not pay for an earlier growth.
   */
  static long peak(Workbook before, List<GridChange> changes) {
    Sizes sizes = new Sizes(before);
    changes.forEach(sizes::apply);
    return sizes.peak;
  }

  /** The spreadsheet's tabs after the changes; titles are those from before. */
  static Workbook after(Workbook before, List<GridChange> changes) {
    Sizes sizes = new Sizes(before);
    changes.forEach(sizes::apply);
    return sizes.workbook;
  }

  private void apply(GridChange change) {
    if (change instanceof GridChange.AddTab add) {
      List<Tab> tabs = new ArrayList<>(workbook.tabs());
      tabs.add(new Tab(add.tab(), add.title(), add.rows(), add.columns()));
      workbook = workbook.with(tabs);
    } else if (change instanceof GridChange.RemoveTab remove) {
      workbook = workbook.without(Set.of(remove.tab()));
    } else if (change instanceof GridChange.DeleteRows delete) {
      resize(delete.tab(), delete.from() - delete.to(), 0);
    } else if (change instanceof GridChange.DeleteColumns delete) {
      resize(delete.tab(), 0, delete.from() - delete.to());
    } else if (change instanceof GridChange.AppendRows append) {
      resize(append.tab(), append.count(), 0);
    } else if (change instanceof GridChange.InsertRows insert) {
      resize(insert.tab(), insert.count(), 0);
    } else if (change instanceof GridChange.AppendColumns append) {
      resize(append.tab(), 0, append.count());
    }
    peak = Math.max(peak, workbook.cells());
  }

  private void resize(int id, int rows, int columns) {
    workbook =
        workbook.with(
            workbook.tabs().stream()
                .map(
                    tab ->
                        tab.id() == id
                            ? new Tab(id, tab.title(), tab.rows() + rows, tab.columns() + columns)
                            : tab)
                .toList());
  }
}
