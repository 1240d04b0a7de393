package io.daybreak.orders.csvimport;

/** A cell that is not what its column holds; says what is wrong with it, not the value. */
class BadCellException extends Exception {

  private static final long serialVersionUID = 1L;

  private final CsvColumn column;
  private final transient CsvFault.Told fault;

  BadCellException(CsvColumn column, CsvFault.Told fault) {
    super(fault.english(), null, false, false);
    this.column = column;
    this.fault = fault;
  }

  CsvColumn column() {
    return column;
  }

  CsvFault.Told fault() {
    return fault;
  }
}
