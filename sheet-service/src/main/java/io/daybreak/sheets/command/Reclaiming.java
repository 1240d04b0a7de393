package io.daybreak.sheets.command;

import static io.daybreak.contracts.sheet.TabLayout.HEADER_ROWS;

import io.daybreak.sheets.google.PacedSheets;
import io.daybreak.sheets.grid.CellRange;
import io.daybreak.sheets.grid.GridChange;
import io.daybreak.sheets.grid.Grids;
import io.daybreak.sheets.grid.Tab;
import io.daybreak.sheets.run.TabWrite;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Gets back the cells that a tab of ours wastes. The tab keeps its id. */
@ApplicationScoped
class Reclaiming {

  /** From the one that takes nothing away to the one that takes most. */
  enum Way {
    /** The tab stays as it is. */
    NOTHING,
    /** Rows and columns beyond the data, where they are empty. */
    EMPTY_SURPLUS,
    /**
     * All rows below the header, and surplus columns; only where the run replaces all rows, since
     * they would be gone for good if it failed.
     */
    REPLACED_ROWS
  }

  private final PacedSheets sheets;

  Reclaiming(PacedSheets sheets) {
    this.sheets = sheets;
  }

  /** May read from the tab. */
  List<GridChange> changes(Way way, TabWrite write, Tab tab) {
    int columns = Math.min(tab.columns(), write.layout().columns().size());
    return switch (way) {
      case NOTHING -> List.of();
      case EMPTY_SURPLUS -> emptySurplus(write.spreadsheetId(), tab, columns);
      case REPLACED_ROWS ->
          write.replaceFrom() == null ? cut(tab, Grids.rowsFor(0), columns, true) : List.of();
    };
  }

  private List<GridChange> emptySurplus(String spreadsheet, Tab tab, int columns) {
    CellRange firstColumn = new CellRange(tab.title(), 0, tab.rows(), 0, 1);
    int filled = filled(sheets.columns(spreadsheet, List.of(firstColumn)).get(0));
    int rows = Math.min(tab.rows(), Grids.rowsFor((long) filled - HEADER_ROWS));
    boolean surplusRows = rows < tab.rows();
    boolean surplusColumns = columns < tab.columns();
    List<CellRange> surplus = new ArrayList<>();
    if (surplusRows) {
      surplus.add(new CellRange(tab.title(), rows, tab.rows(), 0, tab.columns()));
    }
    if (surplusColumns) {
      surplus.add(new CellRange(tab.title(), 0, tab.rows(), columns, tab.columns()));
    }
    boolean empty =
        surplus.isEmpty()
            || sheets.columns(spreadsheet, surplus).stream()
                .flatMap(List::stream)
                .allMatch(List::isEmpty);
    return empty ? cut(tab, rows, columns, false) : List.of();
  }

  private static int filled(List<List<Object>> columns) {
    return columns.isEmpty() ? 0 : columns.get(0).size();
  }

  private static List<GridChange> cut(Tab tab, int rows, int columns, boolean clear) {
    List<GridChange> changes = new ArrayList<>();
    changes.add(new GridChange.FreezeRows(tab.id(), 0));
    if (columns < tab.columns()) {
      changes.add(new GridChange.DeleteColumns(tab.id(), columns, tab.columns()));
    }
    if (rows < tab.rows()) {
      changes.add(new GridChange.DeleteRows(tab.id(), rows, tab.rows()));
    }
    if (clear && tab.rows() >= rows) {
      changes.add(new GridChange.ClearRow(tab.id(), HEADER_ROWS, columns));
    }
    if (tab.rows() > HEADER_ROWS) {
      changes.add(new GridChange.FreezeRows(tab.id(), HEADER_ROWS));
    }
    return changes;
  }
}
