package io.daybreak.simulators.sheets.request;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.refusal.Refusal;
import io.daybreak.simulators.sheets.workbook.Drive;
import io.daybreak.simulators.sheets.workbook.ProtectedRange;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import io.daybreak.simulators.sheets.workbook.Tab;
import org.jspecify.annotations.Nullable;

/** {@code addProtectedRange}. */
record AddProtectedRange(@Nullable Protection protectedRange) implements Request {

  /** Google's ProtectedRange as far as it is kept. */
  record Protection(
      @Nullable GridRange range, @Nullable String description, @Nullable Boolean warningOnly) {}

  @Override
  public ObjectNode apply(Spreadsheet spreadsheet, Drive drive) {
    if (protectedRange == null || protectedRange.range() == null) {
      throw Refusal.invalid("No range specified."); // [?]
    }
    GridRange range = protectedRange.range();
    Tab tab = range.tab(spreadsheet);
    int id = 1 + spreadsheet.tabs().stream().mapToInt(each -> each.protectedRanges().size()).sum();
    String description = protectedRange.description() == null ? "" : protectedRange.description();
    boolean warningOnly = Boolean.TRUE.equals(protectedRange.warningOnly());
    tab.protectedRanges()
        .add(new ProtectedRange(id, range.unchecked(tab), description, warningOnly));
    ObjectNode reply = JsonNodeFactory.instance.objectNode();
    reply.putObject("protectedRange").put("protectedRangeId", id).put("description", description);
    return reply;
  }
}
