package io.daybreak.sheets.command;

import static io.daybreak.contracts.sheet.TabLayout.HEADER_ROWS;

import io.daybreak.contracts.sheet.WriteRows;
import io.daybreak.sheets.google.PacedSheets;
import io.daybreak.sheets.grid.CellLimitExceeded;
import io.daybreak.sheets.grid.CellRange;
import io.daybreak.sheets.grid.DayRange;
import io.daybreak.sheets.grid.GridChange;
import io.daybreak.sheets.grid.Grids;
import io.daybreak.sheets.grid.Outlook;
import io.daybreak.sheets.grid.RowsMalformed;
import io.daybreak.sheets.grid.StagingTab;
import io.daybreak.sheets.grid.TypedRows;
import io.daybreak.sheets.grid.Workbook;
import io.daybreak.sheets.run.RunSteps;
import io.daybreak.sheets.run.TabWrite;
import io.daybreak.sheets.run.TabWrites;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * WriteRows: keeps a chunk of rows until the run is published in one update, or puts it at its
 * place in the staging tab. A run that outgrows one update gets its staging tab here.
 */
@ApplicationScoped
class RowWriting {

  /** The grid grows by at least so many rows at a time, and by at least half its size. */
  private static final int GROWTH_ROWS = 10_000;

  private final PacedSheets sheets;
  private final RunSteps steps;
  private final TabWrites writes;
  private final InlineRows inline;
  private final TabFinder finder;
  private final Staging staging;
  private final Inquiry inquiry;

  RowWriting(
      PacedSheets sheets,
      RunSteps steps,
      TabWrites writes,
      InlineRows inline,
      TabFinder finder,
      Staging staging,
      Inquiry inquiry) {
    this.sheets = sheets;
    this.steps = steps;
    this.writes = writes;
    this.inline = inline;
    this.finder = finder;
    this.staging = staging;
    this.inquiry = inquiry;
  }

  void write(TabWrite write, WriteRows command) {
    List<List<String>> texts = InlineRows.unpack(command.rows());
    List<List<Object>> rows = TypedRows.of(texts, write.layout().columns());
    if (rows.size() != command.rowCount() || command.startRow() != write.rowsStaged()) {
      throw new RowsMalformed(
              "%d rows at row %d instead of %d at row %d"
                  .formatted(
                      rows.size(), command.startRow(), command.rowCount(), write.rowsStaged()))
          .toException();
    }
    Map<LocalDate, Long> perDay = perDay(rows, Grids.dateColumn(write.layout()));
    long bytes = InlineRows.bytes(texts);
    if (write.stagingTab() != null) {
      steps.rowsStaged(write, perDay, stage(write, rows, command.startRow()));
    } else if (inline.takes(write.inlineBytes() + bytes)) {
      steps.rowsKept(write, perDay, bytes, command.rows());
    } else {
      TabWrite begun = beginStaging(write, rows.size());
      List<List<Object>> all = inline.of(write);
      all.addAll(rows);
      steps.rowsStaged(begun, perDay, stage(begun, all, 0));
    }
  }

  private static Map<LocalDate, Long> perDay(List<List<Object>> rows, int dateColumn) {
    Map<LocalDate, Long> perDay = new TreeMap<>();
    rows.stream()
        .map(row -> row.get(dateColumn))
        .filter(Long.class::isInstance)
        .forEach(serial -> perDay.merge(TypedRows.day((Long) serial), 1L, Long::sum));
    return perDay;
  }

  /** More rows came than were expected. */
  private TabWrite beginStaging(TabWrite write, int more) {
    TabFinder.Found found = finder.findInAll(write.spreadsheetId(), write.layout(), write.tabId());
    DayRange range = new DayRange(write.replaceFrom(), write.replaceTo(), Set.of());
    long kept =
        found.tab().map(view -> KeptRows.of(view.rows(), Map.of(), range).count()).orElse(0L);
    long expected = Math.max(write.estimatedRows(), write.rowsStaged() + more);
    return staging.begin(write, found.workbook().orElseThrow(), found.tab(), expected, kept);
  }

  /**
   * @return rows of the staging tab's grid now
   */
  private int stage(TabWrite write, List<List<Object>> rows, long startRow) {
    int from = Math.toIntExact(HEADER_ROWS + startRow);
    int to = from + rows.size();
    int stagingRows = to <= write.stagingRows() ? write.stagingRows() : grow(write, to);
    CellRange range =
        new CellRange(
            StagingTab.titleOf(write.runId()), from, to, 0, write.layout().columns().size());
    inquiry.afterRefusal(
        write,
        () -> sheets.write(write.spreadsheetId(), range, rows, () -> writes.requireHeld(write)));
    return stagingRows;
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
        write,
        added,
        () ->
            sheets.change(
                write.spreadsheetId(),
                List.of(growth(write, rows)),
                () -> writes.requireHeld(write)));
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
        Optional.ofNullable(write.tabId()).flatMap(now::byId),
        write.layout(),
        neededRows - HEADER_ROWS,
        write.keptRows());
  }

  private static GridChange growth(TabWrite write, int rows) {
    return new GridChange.AppendRows(write.standingStagingTab(), rows - write.stagingRows());
  }
}
