package io.daybreak.sheets.grid;

import io.daybreak.contracts.sheet.TabLayout.CellType;
import java.util.List;

/**
 * One step of an update that Google applies wholly or not at all, in order. Rows and columns count
 * from 0; ranges exclude their end.
 */
public sealed interface GridChange {

  /** Adds a hidden tab with an id of our choice. */
  record AddHiddenTab(int tab, String title, int rows, int columns) implements GridChange {}

  record RemoveTab(int tab) implements GridChange {}

  record Rename(int tab, String title) implements GridChange {}

  record Show(int tab) implements GridChange {}

  /** Freezes this many rows at the top, and no column: a merge must not cross a frozen edge. */
  record FreezeRows(int tab, int rows) implements GridChange {}

  record DeleteRows(int tab, int from, int to) implements GridChange {}

  record DeleteColumns(int tab, int from, int to) implements GridChange {}

  record AppendRows(int tab, int count) implements GridChange {}

  record AppendColumns(int tab, int count) implements GridChange {}

  /** Undoes every merge of the tab. */
  record UnmergeAll(int tab) implements GridChange {}

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

  record ClearRow(int tab, int row, int columns) implements GridChange {}

  /** Copies values, without formats, between two tabs from the first column on. */
  record CopyValues(int fromTab, int fromRow, int toTab, int toRow, int rows, int columns)
      implements GridChange {}

  /** How a column shows its values, from a row to the tab's end. */
  record FormatColumn(int tab, int column, int fromRow, CellType type) implements GridChange {}
}
