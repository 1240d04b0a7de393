package io.daybreak.sheets.cells;

import io.daybreak.sheets.google.PacedSheets;
import io.daybreak.sheets.grid.CellRange;
import io.daybreak.sheets.grid.Tab;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** Looks for a code in a spreadsheet, with two calls. */
@ApplicationScoped
class CodeSearch {

  /**
   * Where it is looked for in each tab: A1 to J50, so that it has not to be the very first cell.
   */
  private static final int ROWS = 50;

  private static final int COLUMNS = 10;
  private static final int MOST_TABS = 20;

  private final PacedSheets sheets;

  CodeSearch(PacedSheets sheets) {
    this.sheets = sheets;
  }

  /** Gives up soon where imports use up the quota: a page has no time to wait for its turn. */
  @Timeout(value = 8, unit = ChronoUnit.SECONDS)
  boolean finds(String spreadsheet, String code) {
    List<CellRange> first =
        sheets.workbook(spreadsheet).tabs().stream()
            .filter(tab -> tab.cells() > 0)
            .limit(MOST_TABS)
            .map(CodeSearch::firstCells)
            .toList();
    return !first.isEmpty()
        && sheets.columns(spreadsheet, first).stream()
            .flatMap(List::stream)
            .flatMap(List::stream)
            .anyMatch(cell -> cell.toString().strip().equalsIgnoreCase(code));
  }

  private static CellRange firstCells(Tab tab) {
    return new CellRange(
        tab.title(), 0, Math.min(ROWS, tab.rows()), 0, Math.min(COLUMNS, tab.columns()));
  }
}
