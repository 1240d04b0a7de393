package io.daybreak.orders.csvimport;

/** The file as a whole cannot be imported. */
class CsvUnusableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient CsvFault.Told fault;

  CsvUnusableException(CsvFault.Told fault) {
    super(fault.english());
    this.fault = fault;
  }

  CsvFault.Told fault() {
    return fault;
  }
}
