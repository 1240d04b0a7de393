package io.daybreak.simulators.sheets.workbook;

import io.daybreak.simulators.sheets.grid.CellCode;
import io.daybreak.simulators.sheets.grid.CellValue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Changes every reference of a spreadsheet as a tab changes: in formulas and in objects. */
final class ReferenceMoves {

  private final Spreadsheet spreadsheet;
  private final CellCode codes;

  ReferenceMoves(Spreadsheet spreadsheet, CellCode codes) {
    this.spreadsheet = spreadsheet;
    this.codes = codes;
  }

  /** After rows or columns of a tab were put in or cut out. */
  void moved(Tab changed, Shift shift) {
    for (Tab tab : spreadsheet.tabs()) {
      Function<Reference, @Nullable Reference> move =
          reference -> means(reference, tab, changed) ? reference.moved(shift) : reference;
      change(tab, formula -> new CellValue.Formula(References.change(formula, move)));
    }
    spreadsheet
        .objects()
        .move(
            shift,
            object ->
                formula ->
                    References.change(
                        formula,
                        reference ->
                            names(reference, changed)
                                    || reference.title() == null && object.sheetId() == changed.id()
                                ? reference.moved(shift)
                                : reference));
  }

  /** Before a tab gets another title. */
  void renamed(Tab renamed, String newTitle) {
    everywhere(reference -> names(reference, renamed) ? reference.in(newTitle) : reference);
  }

  /** Before a tab is deleted. */
  void removed(Tab removed) {
    everywhere(reference -> names(reference, removed) ? null : reference);
  }

  /**
   * After a tab came from another spreadsheet: references to itself follow its new title; a formula
   * that names a tab which is not here is an error from now on.
   */
  void arrived(Tab copy, String formerTitle) {
    change(
        copy,
        formula -> {
          boolean[] missing = {false};
          String settled =
              References.change(
                  formula,
                  reference -> {
                    String title = reference.title();
                    if (title == null) {
                      return reference;
                    }
                    if (title.equalsIgnoreCase(formerTitle)) {
                      return reference.in(copy.title());
                    }
                    missing[0] |= spreadsheet.find(title).isEmpty();
                    return reference;
                  });
          return new CellValue.Formula(settled, missing[0]);
        });
  }

  private void everywhere(Function<Reference, @Nullable Reference> change) {
    for (Tab tab : spreadsheet.tabs()) {
      change(tab, formula -> new CellValue.Formula(References.change(formula, change)));
    }
    spreadsheet.objects().rewrite(formula -> References.change(formula, change));
  }

  /** Formulas that are errors already no longer refer to anything. */
  private void change(Tab tab, Function<String, CellValue.Formula> change) {
    tab.grid()
        .changeAll(
            row ->
                row.map(
                    code -> {
                      if (CellCode.isFormula(code)
                          && codes.decode(code) instanceof CellValue.Formula formula
                          && !formula.unresolved()) {
                        CellValue.Formula after = change.apply(formula.formula());
                        return after.equals(formula) ? code : codes.encode(after);
                      }
                      return code;
                    }));
  }

  private static boolean means(Reference reference, Tab of, Tab changed) {
    return reference.title() == null ? of.id() == changed.id() : names(reference, changed);
  }

  private static boolean names(Reference reference, Tab tab) {
    String title = reference.title();
    return title != null && title.equalsIgnoreCase(tab.title());
  }
}
