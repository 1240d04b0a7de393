package io.daybreak.orders.csvimport;

/**
 * A row that was not stored.
 *
 * @param column whose cell is at fault
 * @param fault what is wrong with it
 */
record BadRow(CsvRow row, CsvColumn column, CsvFault.Told fault) {}
