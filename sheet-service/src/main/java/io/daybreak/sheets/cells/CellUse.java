package io.daybreak.sheets.cells;

import io.daybreak.sheets.grid.Tab;
import io.daybreak.sheets.grid.Workbook;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which spreadsheet it is, and how full.
 *
 * @param title as people see it; null where Google does not say it
 * @param timeZone by which {@code TODAY()} goes in its formulas, such as {@code Asia/Seoul}; null
 *     where Google does not say it
 * @param limit cells that Google allows in a spreadsheet, over all tabs
 * @param used cells of the grids of all tabs, whether they hold something or not
 * @param free cells that may be added
 * @param tabs its tabs from left to right
 * @param account the address that the spreadsheet has to be shared with
 */
public record CellUse(
    @Nullable String title,
    @Nullable String timeZone,
    long limit,
    long used,
    long free,
    List<TabUse> tabs,
    String account) {

  /**
   * A tab and its grid.
   *
   * @param rows of the grid; 0 for a tab without one, such as a chart's
   */
  public record TabUse(String title, int rows, int columns) {
    static TabUse of(Tab tab) {
      return new TabUse(tab.title(), tab.rows(), tab.columns());
    }
  }

  static CellUse of(Workbook workbook, String account) {
    long used = workbook.cells();
    Optional<Workbook.About> about = Optional.ofNullable(workbook.about());
    return new CellUse(
        about.map(Workbook.About::title).orElse(null),
        about.map(Workbook.About::timeZone).orElse(null),
        Workbook.CELL_LIMIT,
        used,
        Math.max(0, Workbook.CELL_LIMIT - used),
        workbook.tabs().stream().map(TabUse::of).toList(),
        account);
  }
}
