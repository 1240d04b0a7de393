package io.daybreak.simulators.sheets.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.grid.Area;
import io.daybreak.simulators.sheets.grid.Row;
import io.daybreak.simulators.sheets.refusal.Refusal;
import io.daybreak.simulators.sheets.workbook.Drive;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import io.daybreak.simulators.sheets.workbook.Tab;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code copyPaste}: a destination that is a multiple of the source is filled with repetitions. */
record CopyPaste(
    GridRange source,
    GridRange destination,
    @Nullable String pasteType,
    @Nullable String pasteOrientation)
    implements Request {

  @Override
  public @Nullable ObjectNode apply(Spreadsheet spreadsheet, Drive drive) {
    boolean values = pastes("PASTE_VALUES");
    boolean formats = pastes("PASTE_FORMAT");
    if (!values && !formats || "TRANSPOSE".equals(pasteOrientation)) {
      throw Refusal.of(
          Refusal.Status.UNIMPLEMENTED, "The simulator does not paste " + pasteType + " like that");
    }
    Tab from = source.tab(spreadsheet);
    Tab to = destination.tab(spreadsheet);
    Area area = source.within(from);
    Area target = target(area, destination.unchecked(to));
    to.requireWithin(target);
    List<Area> merged = from.merges().areas().stream().filter(area::contains).toList();
    paste(rows(from, area), area, to, target, values, formats);
    if (formats) {
      to.merges().removeWithin(target);
      merged.forEach(
          merge ->
              to.merges().add(merge.moved(target.top() - area.top(), target.left() - area.left())));
    }
    return null;
  }

  private boolean pastes(String what) {
    return pasteType == null || pasteType.equals("PASTE_NORMAL") || pasteType.equals(what);
  }

  private static Area target(Area source, Area wanted) {
    return new Area(
        wanted.top(),
        wanted.left(),
        wanted.top() + repeated(source.rows(), wanted.rows()),
        wanted.left() + repeated(source.columns(), wanted.columns()));
  }

  private static int repeated(int source, int wanted) {
    return wanted >= source && wanted % source == 0 ? wanted : source;
  }

  /** The source is taken first: it may overlap the destination. */
  private static List<Row> rows(Tab tab, Area area) {
    List<Row> rows = new ArrayList<>(area.rows());
    for (int index = area.top(); index < area.bottom(); index++) {
      rows.add(tab.grid().row(index));
    }
    return rows;
  }

  private static void paste(
      List<Row> rows, Area area, Tab to, Area target, boolean values, boolean formats) {
    boolean wholeRows =
        values
            && formats
            && area.left() == 0
            && target.left() == 0
            && target.columns() == area.columns()
            && target.columns() == to.grid().columnCount();
    for (int index = 0; index < target.rows(); index++) {
      Row source = rows.get(index % rows.size());
      boolean fits = Math.max(source.width(), source.formattedWidth()) <= area.columns();
      to.grid()
          .row(
              target.top() + index,
              wholeRows && fits
                  ? source
                  : pasted(
                      source, area, to.grid().row(target.top() + index), target, values, formats));
    }
  }

  private static Row pasted(
      Row source, Area area, Row before, Area target, boolean values, boolean formats) {
    Row.Draft draft = before.change();
    for (int column = 0; column < target.columns(); column++) {
      int from = area.left() + column % area.columns();
      if (values) {
        draft.cell(target.left() + column, source.cell(from));
      }
      if (formats) {
        draft.format(target.left() + column, source.format(from));
      }
    }
    return draft.row(source);
  }
}
