package io.daybreak.simulators.sheets.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.workbook.Drive;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import io.daybreak.simulators.sheets.workbook.Tab;
import org.jspecify.annotations.Nullable;

/** {@code unmergeCells}. */
record UnmergeCells(GridRange range) implements Request {

  @Override
  public @Nullable ObjectNode apply(Spreadsheet spreadsheet, Drive drive) {
    Tab tab = range.tab(spreadsheet);
    spreadsheet.requireEditable(tab, range.within(tab));
    tab.merges().removeWithin(range.within(tab));
    return null;
  }
}
