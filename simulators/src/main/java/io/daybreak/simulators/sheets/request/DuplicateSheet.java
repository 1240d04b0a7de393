package io.daybreak.simulators.sheets.request;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.workbook.Drive;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import io.daybreak.simulators.sheets.workbook.Tab;
import io.daybreak.simulators.sheets.workbook.TabProperties;
import org.jspecify.annotations.Nullable;

/** {@code duplicateSheet}. */
record DuplicateSheet(
    int sourceSheetId,
    @Nullable Integer insertSheetIndex,
    @Nullable Integer newSheetId,
    @Nullable String newSheetName)
    implements Request {

  @Override
  public ObjectNode apply(Spreadsheet spreadsheet, Drive drive) {
    Tab source = spreadsheet.tab(sourceSheetId);
    String title = newSheetName == null ? CopiedTab.titleFor(source, spreadsheet) : newSheetName;
    Tab copy = source.copy(spreadsheet.newId(newSheetId), title);
    spreadsheet.insertCopy(
        copy,
        CopiedTab.on(spreadsheet, source),
        insertSheetIndex == null ? Integer.valueOf(0) : insertSheetIndex);
    ObjectNode reply = JsonNodeFactory.instance.objectNode();
    reply.set("properties", TabProperties.of(spreadsheet, copy));
    return reply;
  }
}
