package io.daybreak.simulators.sheets.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.grid.Area;
import io.daybreak.simulators.sheets.grid.CellCode;
import io.daybreak.simulators.sheets.grid.Row;
import io.daybreak.simulators.sheets.refusal.Refusal;
import io.daybreak.simulators.sheets.workbook.Drive;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import io.daybreak.simulators.sheets.workbook.Tab;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code mergeCells}: of each merge only the first cell keeps its value. */
record MergeCells(GridRange range, @Nullable MergeType mergeType) implements Request {

  /** How the range is merged. */
  enum MergeType {
    MERGE_ALL,
    MERGE_COLUMNS,
    MERGE_ROWS
  }

  @Override
  public @Nullable ObjectNode apply(Spreadsheet spreadsheet, Drive drive) {
    Tab tab = range.tab(spreadsheet);
    Area whole = range.within(tab);
    spreadsheet.requireEditable(tab, whole);
    for (Area part : parts(whole)) {
      tab.merges().add(part);
      keepFirst(tab, part);
    }
    return null;
  }

  private List<Area> parts(Area whole) {
    if (mergeType == null) {
      throw Refusal.invalid("No merge type specified."); // [?]
    }
    List<Area> parts = new ArrayList<>();
    switch (mergeType) {
      case MERGE_ALL -> parts.add(whole);
      case MERGE_COLUMNS -> {
        for (int column = whole.left(); column < whole.right(); column++) {
          parts.add(new Area(whole.top(), column, whole.bottom(), column + 1));
        }
      }
      case MERGE_ROWS -> {
        for (int row = whole.top(); row < whole.bottom(); row++) {
          parts.add(new Area(row, whole.left(), row + 1, whole.right()));
        }
      }
    }
    return parts;
  }

  private static void keepFirst(Tab tab, Area area) {
    for (int index = area.top(); index < area.bottom(); index++) {
      Row.Draft draft = tab.grid().row(index).change();
      for (int column = area.left(); column < area.right(); column++) {
        if (index != area.top() || column != area.left()) {
          draft.cell(column, CellCode.BLANK);
        }
      }
      tab.grid().row(index, draft.row());
    }
  }
}
