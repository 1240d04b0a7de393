package io.daybreak.simulators.sheets.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.refusal.Refusal;
import io.daybreak.simulators.sheets.workbook.Drive;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import io.daybreak.simulators.sheets.workbook.Tab;
import org.jspecify.annotations.Nullable;

/** {@code appendDimension}. */
record AppendDimension(int sheetId, @Nullable Dimension dimension, int length) implements Request {

  @Override
  public @Nullable ObjectNode apply(Spreadsheet spreadsheet, Drive drive) {
    Tab tab = spreadsheet.tab(sheetId);
    if (dimension == null || length < 1) {
      throw Refusal.invalid("Must append at least one row or column."); // [?]
    }
    dimension.insert(spreadsheet, tab, dimension.size(tab), length);
    return null;
  }
}
