package io.daybreak.simulators.sheets.workbook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.grid.Area;
import io.daybreak.simulators.sheets.grid.Grid;
import io.daybreak.simulators.sheets.refusal.Refusal;

/** One sheet of a spreadsheet. */
public final class Tab {

  /** What Google gives a tab whose grid is not stated. */
  public static final int DEFAULT_ROWS = 1000;

  public static final int DEFAULT_COLUMNS = 26;

  private final int id;
  private String title;
  private boolean hidden;
  private int frozenRows;
  private int frozenColumns;
  private final Grid grid;
  private final Merges merges;
  private ObjectNode looks = JsonNodeFactory.instance.objectNode();

  public Tab(int id, String title, Grid grid) {
    this(id, title, grid, new Merges());
  }

  private Tab(int id, String title, Grid grid, Merges merges) {
    this.id = id;
    this.title = title;
    this.grid = grid;
    this.merges = merges;
  }

  /** The same content under another id and title; the rows are shared. */
  public Tab copy(int newId, String newTitle) {
    Tab copy = new Tab(newId, newTitle, grid.copy(), merges.copy());
    copy.hidden = hidden;
    copy.frozenRows = frozenRows;
    copy.frozenColumns = frozenColumns;
    copy.looks = looks;
    return copy;
  }

  public int id() {
    return id;
  }

  public String title() {
    return title;
  }

  /** Only {@link Spreadsheet} may rename a tab: titles are distinct within it. */
  void title(String newTitle) {
    title = newTitle;
  }

  public boolean hidden() {
    return hidden;
  }

  public void hidden(boolean nowHidden) {
    hidden = nowHidden;
  }

  public int frozenRows() {
    return frozenRows;
  }

  public int frozenColumns() {
    return frozenColumns;
  }

  public Grid grid() {
    return grid;
  }

  public Merges merges() {
    return merges;
  }

  /** Properties that change nothing but looks, as Google's SheetProperties; not to be changed. */
  public ObjectNode looks() {
    return looks;
  }

  public void looks(ObjectNode newLooks) {
    looks = newLooks;
  }

  /** Freezes rows and columns; at least one of each stays free. */
  public void freeze(int rows, int columns) {
    if (rows >= grid.rowCount()) {
      throw Refusal.invalid("You can't freeze all visible rows on the sheet."); // [?]
    }
    if (columns >= grid.columnCount()) {
      throw Refusal.invalid("You can't freeze all visible columns on the sheet."); // [?]
    }
    frozenRows = rows;
    frozenColumns = columns;
  }

  /**
   * Cuts rows out; the end is not included. {@link Spreadsheet#delete} moves what refers to them.
   */
  void deleteRows(int from, int to) {
    if (to - from >= grid.rowCount()) {
      throw Refusal.invalid("You can't delete all the rows on the sheet.");
    }
    int frozenLeft = frozenRows - Math.max(0, Math.min(to, frozenRows) - from);
    if (frozenLeft > 0 && grid.rowCount() - (to - from) <= frozenLeft) {
      throw Refusal.invalid("You can't delete all non-frozen rows.");
    }
    grid.deleteRows(from, to);
    frozenRows = frozenLeft;
    merges.replace(area -> area.withoutRows(from, to));
  }

  /** Cuts columns out; the end is not included. */
  void deleteColumns(int from, int to) {
    if (to - from >= grid.columnCount()) {
      throw Refusal.invalid("You can't delete all the columns on the sheet.");
    }
    int frozenLeft = frozenColumns - Math.max(0, Math.min(to, frozenColumns) - from);
    if (frozenLeft > 0 && grid.columnCount() - (to - from) <= frozenLeft) {
      throw Refusal.invalid("You can't delete all non-frozen columns.");
    }
    grid.deleteColumns(from, to);
    frozenColumns = frozenLeft;
    merges.replace(area -> area.withoutColumns(from, to));
  }

  /** Puts blank rows in. */
  void insertRows(int at, int count) {
    grid.insertRows(at, count);
    merges.replace(area -> area.withRows(at, count));
  }

  /** Puts blank columns in. */
  void insertColumns(int at, int count) {
    grid.insertColumns(at, count);
    merges.replace(area -> area.withColumns(at, count));
  }

  /** Refuses an area that does not lie within the grid. */
  public void requireWithin(Area area) {
    if (!grid.area().contains(area)) {
      throw outside(area);
    }
  }

  /** The refusal of an area beyond the grid. */
  public Refusal outside(Area area) {
    return Refusal.invalid(
        "Range (%s) exceeds grid limits. Max rows: %d, max columns: %d"
            .formatted(A1.format(title, area), grid.rowCount(), grid.columnCount()));
  }
}
