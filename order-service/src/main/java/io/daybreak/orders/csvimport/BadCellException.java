package io.daybreak.orders.csvimport;

/** A cell that is not what its column holds; names the kind that is expected, not the value. */
class BadCellException extends Exception {

  private final CsvColumn column;

  BadCellException(CsvColumn column, String reason) {
    super(reason);
    this.column = column;
  }

  CsvColumn column() {
    return column;
  }
}
