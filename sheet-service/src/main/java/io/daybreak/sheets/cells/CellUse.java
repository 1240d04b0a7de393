package io.daybreak.sheets.cells;

import io.daybreak.sheets.grid.Workbook;

/**
 * How full a spreadsheet is.
 *
 * @param limit cells that Google allows in a spreadsheet, over all tabs
 * @param used cells of the grids of all tabs, whether they hold something or not
 * @param free cells that may be added
 * @param tabs number of tabs
 * @param account the address that the spreadsheet has to be shared with
 */
public record CellUse(long limit, long used, long free, int tabs, String account) {

  static CellUse of(Workbook workbook, String account) {
    long used = workbook.cells();
    return new CellUse(
        Workbook.CELL_LIMIT,
        used,
        Math.max(0, Workbook.CELL_LIMIT - used),
        workbook.tabs().size(),
        account);
  }
}
