package io.daybreak.sheets.command;

import io.daybreak.contracts.sheet.AbandonTab;
import io.daybreak.contracts.sheet.FinishTab;
import io.daybreak.contracts.sheet.PrepareTab;
import io.daybreak.contracts.sheet.RowBlock;
import io.daybreak.contracts.sheet.TabLayout;
import io.daybreak.contracts.sheet.WriteRows;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Import-service's side of a run: numbers its commands as it does. */
final class ImportRun {

  final UUID id = UUID.randomUUID();
  final String spreadsheet;
  private final TabLayout layout;
  private long sequence;
  private long rows;

  ImportRun(String spreadsheet, TabLayout layout) {
    this.spreadsheet = spreadsheet;
    this.layout = layout;
  }

  PrepareTab prepare(long estimatedRows) {
    return prepare(null, estimatedRows);
  }

  PrepareTab prepare(@Nullable LocalDate replaceFrom, long estimatedRows) {
    return new PrepareTab(id, sequence++, spreadsheet, layout, replaceFrom, estimatedRows);
  }

  WriteRows write(List<List<String>> block) {
    long startRow = rows;
    rows += block.size();
    return new WriteRows(id, sequence++, spreadsheet, startRow, block.size(), RowBlock.pack(block));
  }

  /** Loses the command that would come now. */
  void lose() {
    sequence++;
  }

  FinishTab finish() {
    return finish(null);
  }

  FinishTab finish(@Nullable String template) {
    return new FinishTab(id, sequence++, spreadsheet, rows, template);
  }

  AbandonTab abandon() {
    return new AbandonTab(id, spreadsheet);
  }
}
