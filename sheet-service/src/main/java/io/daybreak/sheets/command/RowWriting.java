package io.daybreak.sheets.command;

import static io.daybreak.contracts.sheet.TabLayout.HEADER_ROWS;

import io.daybreak.contracts.sheet.RowBlock;
import io.daybreak.contracts.sheet.WriteRows;
import io.daybreak.sheets.google.PacedSheets;
import io.daybreak.sheets.grid.CellLimitExceeded;
import io.daybreak.sheets.grid.CellRange;
import io.daybreak.sheets.grid.GridChange;
import io.daybreak.sheets.grid.Outlook;
import io.daybreak.sheets.grid.RowsMalformed;
import io.daybreak.sheets.grid.StagingTab;
import io.daybreak.sheets.grid.TypedRows;
import io.daybreak.sheets.grid.Workbook;
import io.daybreak.sheets.run.RunSteps;
import io.daybreak.sheets.run.TabWrite;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;

/** WriteRows: puts a chunk of rows at its place in the staging tab. */
@ApplicationScoped
class RowWriting {

  /** The grid grows by at least so many rows at a time, and by at least half its size. */
  private static final int GROWTH_ROWS = 10_000;

  private final PacedSheets sheets;
  private final RunSteps steps;
  private final Inquiry inquiry;

  RowWriting(PacedSheets sheets, RunSteps steps, Inquiry inquiry) {
    this.sheets = sheets;
    this.steps = steps;
    this.inquiry = inquiry;
  }

  void write(TabWrite write, WriteRows command) {
    List<List<Object>> rows = TypedRows.of(unpack(command), write.layout().columns());
    if (rows.size() != command.rowCount() || command.startRow() != write.rowsStaged()) {
      throw new RowsMalformed(
              "%d rows at row %d instead of %d at row %d"
                  .formatted(
                      rows.size(), command.startRow(), command.rowCount(), write.rowsStaged()))
          .toException();
    }
    int from = Math.toIntExact(HEADER_ROWS + command.startRow());
    int to = from + rows.size();
    int stagingRows = to <= write.stagingRows() ? write.stagingRows() : grow(write, to);
    CellRange range =
        new CellRange(
            StagingTab.titleOf(write.runId()), from, to, 0, write.layout().columns().size());
    inquiry.afterRefusal(write, () -> sheets.write(write.spreadsheetId(), range, rows));
    steps.rowsWritten(write, rows.size(), stagingRows);
  }

  private static List<List<String>> unpack(WriteRows command) {
    try {
      return RowBlock.unpack(command.rows());
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw new RowsMalformed("the block cannot be unpacked").toException(e);
    }
  }

  /** Makes the staging grid larger: generously where there is room, else just as needed. */
  private int grow(TabWrite write, int neededRows) {
    Workbook now = sheets.workbook(write.spreadsheetId());
    int generous =
        Math.max(neededRows, write.stagingRows() + Math.max(GROWTH_ROWS, write.stagingRows() / 2));
    int rows =
        peak(write, now, generous, neededRows) <= Workbook.CELL_LIMIT ? generous : neededRows;
    long peak = peak(write, now, rows, neededRows);
    if (peak > Workbook.CELL_LIMIT) {
      throw new CellLimitExceeded(now.cells(), peak - now.cells()).toException();
    }
    long added = (long) (rows - write.stagingRows()) * write.layout().columns().size();
    inquiry.afterRefusal(
        write, added, () -> sheets.change(write.spreadsheetId(), List.of(growth(write, rows))));
    return rows;
  }

  private static long peak(TabWrite write, Workbook now, int rows, int neededRows) {
    if (now.byId(write.standingStagingTab()).isEmpty()) {
      throw Inquiry.stagingTabGone();
    }
    return Outlook.peak(
        now,
        List.of(growth(write, rows)),
        write.standingStagingTab(),
        write.layout(),
        neededRows - HEADER_ROWS,
        write.keptRows());
  }

  private static GridChange growth(TabWrite write, int rows) {
    return new GridChange.AppendRows(write.standingStagingTab(), rows - write.stagingRows());
  }
}
