package io.daybreak.simulators.sheets.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.workbook.Drive;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import org.jspecify.annotations.Nullable;

/** One request of a batch, read from its JSON form. */
interface Request {

  /**
   * Changes the spreadsheet. It may be half changed when a refusal is thrown: the batch works on a
   * draft.
   *
   * @return the content of the reply under the request's name; null for an empty reply
   */
  @Nullable ObjectNode apply(Spreadsheet spreadsheet, Drive drive);
}
