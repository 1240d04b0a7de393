package io.daybreak.sheets.command;

import io.daybreak.contracts.sheet.TabLayout;
import io.daybreak.contracts.sheet.TabLayout.CellType;
import io.daybreak.sheets.google.PacedSheets;
import io.daybreak.sheets.grid.CellRange;
import io.daybreak.sheets.grid.DateColumn;
import io.daybreak.sheets.grid.Grids;
import io.daybreak.sheets.grid.Tab;
import io.daybreak.sheets.grid.TabChanged;
import io.daybreak.sheets.run.TabWrite;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How many rows of data stay when a run replaces the days from some day on. The tab itself is asked
 * each time: people may have changed it since anything was written down.
 */
@ApplicationScoped
class KeptRows {

  private final PacedSheets sheets;

  KeptRows(PacedSheets sheets) {
    this.sheets = sheets;
  }

  /**
   * @param tab the tab as it is now, empty if there is none
   * @throws io.daybreak.sheets.failure.FailureException with {@link TabChanged} if the tab is gone,
   *     has other columns, or is not sorted by date
   */
  int count(TabWrite write, Optional<Tab> tab) {
    if (write.replaceFrom() == null) {
      return 0;
    }
    Tab existing =
        tab.orElseThrow(
            () ->
                new TabChanged(
                        "The tab is gone, so that there is nothing the days from %s on could be added to"
                            .formatted(write.replaceFrom()))
                    .toException());
    TabLayout layout = write.layout();
    if (existing.rows() < TabLayout.HEADER_ROWS || existing.columns() < layout.columns().size()) {
      throw new TabChanged("The tab lacks columns, or its header").toException();
    }
    List<List<List<Object>>> answer =
        sheets.columns(write.spreadsheetId(), ranges(existing, layout));
    if (!header(answer.get(0), layout).equals(Grids.headerRow(layout))) {
      throw new TabChanged("The header in row 2 of the tab was changed").toException();
    }
    return answer.size() == 1 || answer.get(1).isEmpty()
        ? 0
        : DateColumn.rowsBefore(write.replaceFrom(), answer.get(1).get(0));
  }

  private static List<CellRange> ranges(Tab tab, TabLayout layout) {
    CellRange header = new CellRange(tab.title(), 1, 2, 0, layout.columns().size());
    if (tab.rows() == TabLayout.HEADER_ROWS) {
      return List.of(header);
    }
    int dates = dateColumn(layout);
    return List.of(
        header, new CellRange(tab.title(), TabLayout.HEADER_ROWS, tab.rows(), dates, dates + 1));
  }

  private static int dateColumn(TabLayout layout) {
    return IntStream.range(0, layout.columns().size())
        .filter(i -> layout.columns().get(i).type() == CellType.DATE)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("A layout without dates cannot replace days"));
  }

  private static List<String> header(List<List<Object>> columns, TabLayout layout) {
    return IntStream.range(0, layout.columns().size())
        .mapToObj(
            i ->
                i < columns.size() && !columns.get(i).isEmpty()
                    ? columns.get(i).get(0).toString()
                    : "")
        .toList();
  }
}
