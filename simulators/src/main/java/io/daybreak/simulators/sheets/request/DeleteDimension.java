package io.daybreak.simulators.sheets.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.refusal.Refusal;
import io.daybreak.simulators.sheets.workbook.Drive;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import io.daybreak.simulators.sheets.workbook.Tab;
import org.jspecify.annotations.Nullable;

/** {@code deleteDimension}. */
record DeleteDimension(Dimension.Range range) implements Request {

  @Override
  public @Nullable ObjectNode apply(Spreadsheet spreadsheet, Drive drive) {
    Tab tab = spreadsheet.tab(range.sheetId());
    Dimension dimension = range.required();
    int size = dimension.size(tab);
    int from = range.start();
    int to = Math.min(range.end(tab), size);
    if (from < 0 || from >= size || to <= from) {
      throw Refusal.invalid(
          "Cannot delete a %s that doesn't exist. Tried to delete %s index %d but there are only %d %ss." // [?]
              .formatted(dimension.word(), dimension.word(), from, size, dimension.word()));
    }
    dimension.delete(spreadsheet, tab, from, to);
    return null;
  }
}
