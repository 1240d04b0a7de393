package io.daybreak.sheets.grid;

import static io.daybreak.contracts.sheet.TabLayout.HEADER_ROWS;

import io.daybreak.contracts.sheet.TabLayout;
import io.daybreak.contracts.sheet.TabLayout.CellType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The shape that all our tabs share: notice, header, rows. */
public final class Grids {

  private Grids() {}

  /**
   * Rows of a grid for so many rows of data. Google does not let a tab be without a row below the
   * frozen ones, so a tab without data keeps an empty row.
   */
  public static int rowsFor(long dataRows) {
    return Math.toIntExact(HEADER_ROWS + Math.max(1, dataRows));
  }

  /** Writes notice and header, merges the notice, formats the columns, freezes both rows. */
  static List<GridChange> frame(int tab, TabLayout layout) {
    int columns = layout.columns().size();
    List<GridChange> changes = new ArrayList<>();
    changes.add(new GridChange.PutTexts(tab, 0, List.of(noticeRow(layout), headerRow(layout))));
    if (columns > 1) {
      changes.add(new GridChange.MergeInRow(tab, 0, columns));
    }
    changes.addAll(formats(tab, layout));
    changes.add(new GridChange.FreezeRows(tab, HEADER_ROWS));
    return changes;
  }

  /** Formats every column down to the tab's end as it is now; rows added later need it again. */
  static List<GridChange> formats(int tab, TabLayout layout) {
    return IntStream.range(0, layout.columns().size())
        .<GridChange>mapToObj(
            i -> new GridChange.FormatColumn(tab, i, HEADER_ROWS, layout.columns().get(i).type()))
        .toList();
  }

  public static List<String> headerRow(TabLayout layout) {
    return layout.columns().stream().map(TabLayout.Column::header).toList();
  }

  /** Index of the date column, which tells whose rows are whose. */
  public static int dateColumn(TabLayout layout) {
    return IntStream.range(0, layout.columns().size())
        .filter(i -> layout.columns().get(i).type() == CellType.DATE)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("A layout needs a column of dates"));
  }

  private static List<String> noticeRow(TabLayout layout) {
    return IntStream.range(0, layout.columns().size())
        .mapToObj(i -> i == 0 ? layout.notice() : "")
        .toList();
  }
}
