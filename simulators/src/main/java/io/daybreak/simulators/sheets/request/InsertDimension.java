package io.daybreak.simulators.sheets.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.refusal.Refusal;
import io.daybreak.simulators.sheets.workbook.Drive;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import io.daybreak.simulators.sheets.workbook.Tab;
import org.jspecify.annotations.Nullable;

/** {@code insertDimension}. */
record InsertDimension(Dimension.Range range, @Nullable Boolean inheritFromBefore)
    implements Request {

  @Override
  public @Nullable ObjectNode apply(Spreadsheet spreadsheet, Drive drive) {
    Tab tab = spreadsheet.tab(range.sheetId());
    Dimension dimension = range.required();
    int from = range.start();
    int to = range.end(tab);
    if (from < 0 || from > dimension.size(tab) || to <= from) {
      throw Refusal.invalid( // [?]
          "range.startIndex[%d] is too large or range.endIndex[%d] not above it: there are %d %ss."
              .formatted(from, to, dimension.size(tab), dimension.word()));
    }
    dimension.insert(spreadsheet, tab, from, to - from);
    return null;
  }
}
