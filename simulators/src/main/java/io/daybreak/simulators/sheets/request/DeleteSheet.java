package io.daybreak.simulators.sheets.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.workbook.Drive;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import org.jspecify.annotations.Nullable;

/** {@code deleteSheet}. */
record DeleteSheet(int sheetId) implements Request {

  @Override
  public @Nullable ObjectNode apply(Spreadsheet spreadsheet, Drive drive) {
    spreadsheet.remove(spreadsheet.tab(sheetId));
    return null;
  }
}
