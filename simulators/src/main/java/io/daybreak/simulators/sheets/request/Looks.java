package io.daybreak.simulators.sheets.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.workbook.Drive;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import org.jspecify.annotations.Nullable;

/**
 * Requests that only change looks (widths of columns, borders): their tab has to exist, and that is
 * all.
 */
record Looks(@Nullable OfTab range, @Nullable Dimensions dimensions) implements Request {

  /** The tab a range belongs to. */
  record OfTab(int sheetId) {}

  /** {@code autoResizeDimensions} calls its range so. */
  record Dimensions(int sheetId) {}

  @Override
  public @Nullable ObjectNode apply(Spreadsheet spreadsheet, Drive drive) {
    if (range != null) {
      spreadsheet.tab(range.sheetId());
    } else if (dimensions != null) {
      spreadsheet.tab(dimensions.sheetId());
    }
    return null;
  }
}
