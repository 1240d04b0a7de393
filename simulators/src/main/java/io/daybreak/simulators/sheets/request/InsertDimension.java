package io.daybreak.simulators.sheets.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.grid.Row;
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
    if (from > 0 && from < dimension.size(tab)) {
      spreadsheet.requireEditable(tab, dimension.area(tab, from - 1, from));
    }
    dimension.insert(spreadsheet, tab, from, to - from);
    if (dimension == Dimension.ROWS) {
      inheritFormats(tab, from, to);
    }
    return null;
  }

  /** New rows look like the row before them or, without being told so, like the row after them. */
  private void inheritFormats(Tab tab, int from, int to) {
    int like = Boolean.TRUE.equals(inheritFromBefore) ? from - 1 : to;
    if (like >= 0 && like < tab.grid().rowCount()) {
      Row formats = tab.grid().row(like).formatsOnly();
      tab.grid().change(from, to, row -> formats);
    }
  }
}
