package io.daybreak.sheets.grid;

import io.daybreak.contracts.sheet.TabLayout;
import java.util.List;

/** What a run will need, computed before anything is written. */
public final class Outlook {

  private Outlook() {}

  /**
   * The most cells the spreadsheet will have from now until the run is published.
   *
   * @param before the spreadsheet now
   * @param changes what would be done now; afterwards the staging tab stands
   * @param rows rows of data that the run will have
   * @param keptRows rows of data that stay at the tab's top
   */
  public static long peak(
      Workbook before,
      List<GridChange> changes,
      int stagingTab,
      TabLayout layout,
      long rows,
      int keptRows) {
    Workbook after = Sizes.after(before, changes);
    Tab staging = after.byId(stagingTab).orElseThrow();
    return Math.max(
        Sizes.peak(before, changes),
        Publication.of(after, staging, layout, rows, keptRows).peakCells());
  }
}
