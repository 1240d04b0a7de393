package io.daybreak.simulators.sheets.grid;

/** What a cell contains. */
public sealed interface CellValue {

  /** Nothing. */
  record Blank() implements CellValue {}

  /** A number; dates are numbers too, days since 1899-12-30. */
  record Number(double number) implements CellValue {}

  record Text(String text) implements CellValue {}

  record Bool(boolean bool) implements CellValue {}

  /** A formula with its equals sign; formulas are kept but never calculated. */
  record Formula(String formula) implements CellValue {}

  CellValue BLANK = new Blank();
}
