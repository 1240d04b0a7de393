package io.daybreak.sheets.command;

import static io.daybreak.contracts.sheet.TabLayout.HEADER_ROWS;

import io.daybreak.sheets.google.PacedSheets;
import io.daybreak.sheets.grid.CellRange;
import io.daybreak.sheets.grid.GridChange;
import io.daybreak.sheets.grid.Grids;
import io.daybreak.sheets.grid.Tab;
import io.daybreak.sheets.grid.TabView;
import io.daybreak.sheets.run.TabWrite;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * Gets back the cells that a tab of ours wastes, where a spreadsheet has no room otherwise: rows
 * and columns beyond the data, if all of them are empty. The tab keeps its id.
 */
@ApplicationScoped
class Reclaiming {

  private final PacedSheets sheets;

  Reclaiming(PacedSheets sheets) {
    this.sheets = sheets;
  }

  /** Reads from the tab what would go. */
  List<GridChange> changes(TabWrite write, TabView view) {
    Tab tab = view.tab();
    int columns = Math.min(tab.columns(), write.layout().columns().size());
    int rows = Math.min(tab.rows(), Grids.rowsFor(view.rows().size()));
    List<CellRange> surplus = new ArrayList<>();
    if (rows < tab.rows()) {
      surplus.add(new CellRange(tab.title(), rows, tab.rows(), 0, tab.columns()));
    }
    if (columns < tab.columns()) {
      surplus.add(new CellRange(tab.title(), 0, tab.rows(), columns, tab.columns()));
    }
    boolean empty =
        surplus.isEmpty()
            || sheets.columns(write.spreadsheetId(), surplus).stream()
                .flatMap(List::stream)
                .allMatch(List::isEmpty);
    return empty ? cut(view, rows, columns) : List.of();
  }

  private static List<GridChange> cut(TabView view, int rows, int columns) {
    Tab tab = view.tab();
    List<GridChange> changes = new ArrayList<>();
    if (columns < tab.columns()) {
      changes.add(new GridChange.DeleteColumns(tab.id(), columns, tab.columns()));
    }
    if (rows < tab.rows()) {
      if (rows <= view.frozenRows()) {
        changes.add(new GridChange.FreezeRows(tab.id(), HEADER_ROWS)); // Google wants a row below
      }
      changes.add(new GridChange.DeleteRows(tab.id(), rows, tab.rows()));
    }
    return changes;
  }
}
