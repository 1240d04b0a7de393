package io.daybreak.sheets.grid;

import io.daybreak.contracts.sheet.TabLayout.CellType;
import java.util.List;

/**
 * One step of an update that Google applies wholly or not at all, in order. Rows and columns count
 * from 0; ranges exclude their end.
 */
public sealed interface GridChange {

  /** Adds a tab with an id of our choice. */
  record AddTab(int tab, String title, int rows, int columns, boolean hidden)
      implements GridChange {}

  record RemoveTab(int tab) implements GridChange {}

  record Rename(int tab, String title) implements GridChange {}

  record Show(int tab) implements GridChange {}

  /** Freezes this many rows at the top; columns stay as they are. */
  record FreezeRows(int tab, int rows) implements GridChange {}

  record DeleteRows(int tab, int from, int to) implements GridChange {}

  record DeleteColumns(int tab, int from, int to) implements GridChange {}

  record AppendRows(int tab, int count) implements GridChange {}

  record AppendColumns(int tab, int count) implements GridChange {}

  /**
   * Puts rows in before a row. They look like that row, which is one of data, and not like the one
   * above it, which may be the header.
   */
  record InsertRows(int tab, int at, int count) implements GridChange {}

  /** Undoes every merge within an area. */
  record Unmerge(int tab, Area area) implements GridChange {}

  record MergeInRow(int tab, int row, int columns) implements GridChange {}

  /**
   * Writes texts, which never become formulas, from the first column on.
   *
   * @param rows texts by row; every row has the same length; an empty text clears its cell
   */
  record PutTexts(int tab, int fromRow, List<List<String>> rows) implements GridChange {
    public PutTexts {
      rows = List.copyOf(rows);
    }
  }

  /**
   * Writes values as they are from the first column on: texts, which never become formulas, and
   * numbers; an empty text clears its cell.
   */
  record PutRows(int tab, int fromRow, List<List<Object>> rows, int columns) implements GridChange {
    public PutRows {
      rows = List.copyOf(rows);
    }
  }

  /**
   * Writes formulas into cells of a row that lie side by side.
   *
   * @param formulas with their equals sign
   */
  record PutFormulas(int tab, int row, int column, List<String> formulas) implements GridChange {
    public PutFormulas {
      formulas = List.copyOf(formulas);
    }
  }

  /** Writes the first cell of a tab with a note that people see when they point at it. */
  record PutNotice(int tab, String text, String note) implements GridChange {}

  /** Takes the tab's filter away, so that nothing is hidden while we write. */
  record ClearFilter(int tab) implements GridChange {}

  /** Puts the tab's filter back over what the area has become. */
  record SetFilter(int tab, TabFilter filter, Area area) implements GridChange {}

  record AddName(String name, int tab, Area area) implements GridChange {}

  record MoveName(String id, int tab, Area area) implements GridChange {}

  /** Writes down at a tab what it is, see {@link Mark}. */
  record AddMark(int tab, String value) implements GridChange {}

  /** Changes nothing; Google refuses it to whoever may not edit. */
  record Nothing() implements GridChange {}

  record ChangeMark(int mark, String value) implements GridChange {}

  record ClearRow(int tab, int row, int columns) implements GridChange {}

  /** Copies values, without formats, within a tab or between two, from the first column on. */
  record CopyValues(int fromTab, int fromRow, int toTab, int toRow, int rows, int columns)
      implements GridChange {}

  /** How a column shows its values, from a row to the tab's end. */
  record FormatColumn(int tab, int column, int fromRow, CellType type) implements GridChange {}
}
