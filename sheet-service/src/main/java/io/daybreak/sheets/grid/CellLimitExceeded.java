package io.daybreak.sheets.grid;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.sheets.failure.Failure;
import java.util.Locale;

/**
 * The rows do not fit, even after reclaiming what the product's own tab wastes.
 *
 * @param used cells of all tabs before the work
 * @param needed cells that would have to be added to them at the fullest moment
 */
public record CellLimitExceeded(long used, long needed) implements Failure {

  public long free() {
    return Math.max(0, Workbook.CELL_LIMIT - used);
  }

  @Override
  public FailureCode code() {
    return FailureCode.SHEET_CELL_LIMIT;
  }

  @Override
  public String reason() {
    return String.format(
        Locale.ROOT,
        "The import needs %,d more cells, but %,d of the %,d cells that Google allows in a spreadsheet are used, which leaves %,d. "
            + "Remove tabs, or empty rows and columns of other tabs, or choose another spreadsheet.",
        needed,
        used,
        Workbook.CELL_LIMIT,
        free());
  }
}
