package io.daybreak.simulators.sheets.grid;

/** What a cell contains. */
public sealed interface CellValue {

  /** Nothing. */
  record Blank() implements CellValue {}

  /** A number; dates are numbers too, days since 1899-12-30. */
  record Number(double number) implements CellValue {}

  record Text(String text) implements CellValue {}

  record Bool(boolean bool) implements CellValue {}

  /**
   * A formula with its equals sign.
   *
   * @param unresolved whether it was copied from another spreadsheet and names a tab that was not
   *     there: it stays an error, whatever is added later, until it is written once more
   */
  record Formula(String formula, boolean unresolved) implements CellValue {

    public Formula(String formula) {
      this(formula, false);
    }
  }

  /** What a formula results in when it cannot be calculated; {@code #REF!} and its like. */
  record Error(String name) implements CellValue {}

  CellValue BLANK = new Blank();
}
