package io.daybreak.sheets.grid;

import io.daybreak.contracts.sheet.TabLayout;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a staged run will need, computed before anything is written. */
public final class Outlook {

  private static final LocalDate OLD = LocalDate.of(2000, 1, 1);
  private static final LocalDate NEW = OLD.plusDays(1);

  private Outlook() {}

  /**
   * The most cells the spreadsheet will have from now until the run is published.
   *
   * @param before the spreadsheet now
   * @param changes what would be done now; afterwards the staging tab stands
   * @param tab the tab that people see, as it will be found; empty where it will be made
   * @param rows rows of data that the run will have
   * @param keptRows rows of the tab that stay
   */
  public static long peak(
      Workbook before,
      List<GridChange> changes,
      int stagingTab,
      Optional<Tab> tab,
      TabLayout layout,
      long rows,
      long keptRows) {
    Workbook after = Sizes.after(before, changes);
    Tab staging = after.byId(stagingTab).orElseThrow();
    NewRows staged = new NewRows.Staged(staging, Math.toIntExact(rows));
    Stamp stamp = new Stamp(new UUID(0, 0), "", Instant.EPOCH, List.of(), List.of());
    Publication publication =
        tab.flatMap(known -> after.byId(known.id()))
            .map(known -> into(known, after, staged, layout, stamp, keptRows))
            .orElseGet(() -> Publication.asNewTab(after, stagingTab, staged, layout, stamp));
    return Math.max(Sizes.peak(before, changes), publication.peakCells());
  }

  private static Publication into(
      Tab tab, Workbook after, NewRows staged, TabLayout layout, Stamp stamp, long keptRows) {
    int kept = Math.toIntExact(keptRows);
    int replaced = Math.max(0, tab.rows() - TabLayout.HEADER_ROWS - kept);
    DatedRows rows = DatedRows.contiguous(kept, OLD, replaced, NEW);
    RowPlan plan = RowPlan.of(rows, new DayRange(NEW, null, Set.of()), staged.count());
    return Publication.into(TabView.bare(tab, rows), after, staged, layout, plan, stamp);
  }
}
