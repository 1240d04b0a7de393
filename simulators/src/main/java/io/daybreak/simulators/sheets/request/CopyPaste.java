package io.daybreak.simulators.sheets.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.grid.Area;
import io.daybreak.simulators.sheets.grid.CellCode;
import io.daybreak.simulators.sheets.grid.CellValue;
import io.daybreak.simulators.sheets.grid.Row;
import io.daybreak.simulators.sheets.refusal.Refusal;
import io.daybreak.simulators.sheets.values.Calculation;
import io.daybreak.simulators.sheets.values.FilteredRows;
import io.daybreak.simulators.sheets.workbook.Drive;
import io.daybreak.simulators.sheets.workbook.References;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import io.daybreak.simulators.sheets.workbook.Tab;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.UnaryOperator;
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
    boolean normal = pasteType == null || pasteType.equals("PASTE_NORMAL");
    boolean onlyValues = "PASTE_VALUES".equals(pasteType);
    boolean values = normal || onlyValues || "PASTE_FORMULA".equals(pasteType);
    boolean formats = normal || "PASTE_FORMAT".equals(pasteType);
    if (!values && !formats || "TRANSPOSE".equals(pasteOrientation)) {
      throw Refusal.of(
          Refusal.Status.UNIMPLEMENTED, "The simulator does not paste " + pasteType + " like that");
    }
    Tab from = source.tab(spreadsheet);
    Tab to = destination.tab(spreadsheet);
    Area area = source.within(from);
    Area target = target(area, destination.unchecked(to));
    to.requireWithin(target);
    spreadsheet.requireEditable(to, target);
    List<Area> merged = from.merges().areas().stream().filter(area::contains).toList();
    UnaryOperator<Row> change =
        onlyValues
            ? calculated(spreadsheet, from, drive)
            : shifted(target.top() - area.top(), target.left() - area.left(), drive);
    BitSet hidden = new FilteredRows(drive).of(spreadsheet, to);
    paste(rows(from, area, change), area, to, target, hidden, values, formats);
    if (formats) {
      to.merges().removeWithin(target);
      merged.forEach(
          merge ->
              to.merges().add(merge.moved(target.top() - area.top(), target.left() - area.left())));
    }
    return null;
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
  private static List<Row> rows(Tab tab, Area area, UnaryOperator<Row> change) {
    List<Row> rows = new ArrayList<>(area.rows());
    for (int index = area.top(); index < area.bottom(); index++) {
      rows.add(change.apply(tab.grid().row(index)));
    }
    return rows;
  }

  /** Formulas become what they result in. */
  private static UnaryOperator<Row> calculated(Spreadsheet spreadsheet, Tab tab, Drive drive) {
    Calculation calculation = new Calculation(spreadsheet, drive.codes());
    return row ->
        row.map(
            code ->
                CellCode.isFormula(code)
                    ? drive.codes().encode(calculation.value(drive.codes().decode(code), tab))
                    : code);
  }

  /** Formulas refer to what lies as far from their new place as it did from the old one. */
  private static UnaryOperator<Row> shifted(int rows, int columns, Drive drive) {
    return row ->
        row.map(
            code ->
                CellCode.isFormula(code)
                        && drive.codes().decode(code) instanceof CellValue.Formula formula
                    ? drive
                        .codes()
                        .encode(
                            new CellValue.Formula(
                                References.change(
                                    formula.formula(), ref -> ref.pasted(rows, columns))))
                    : code);
  }

  /**
   * Rows that a filter hides are passed over, as was reported of Google: what was meant for them
   * lands in the next visible rows.
   */
  private static void paste(
      List<Row> rows,
      Area area,
      Tab to,
      Area target,
      BitSet hidden,
      boolean values,
      boolean formats) {
    boolean wholeRows =
        values
            && formats
            && area.left() == 0
            && target.left() == 0
            && target.columns() == area.columns()
            && target.columns() == to.grid().columnCount();
    int place = target.top();
    for (int index = 0; index < target.rows(); index++) {
      place = hidden.nextClearBit(place);
      if (place >= to.grid().rowCount()) {
        return;
      }
      Row source = rows.get(index % rows.size());
      boolean fits = Math.max(source.width(), source.formattedWidth()) <= area.columns();
      to.grid()
          .row(
              place,
              wholeRows && fits
                  ? source
                  : pasted(source, area, to.grid().row(place), target, values, formats));
      place++;
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
