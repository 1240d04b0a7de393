package io.daybreak.simulators.sheets.values;

import io.daybreak.simulators.sheets.grid.CellValue;
import org.jspecify.annotations.Nullable;

/**
 * What one element of a row asks for.
 *
 * @param format number format that the text brings along, as {@code 12%} does; null for none
 */
record Entry(CellValue value, @Nullable NumberFormat format) {

  /** How a number is shown. */
  record NumberFormat(String type, String pattern) {}

  static Entry of(CellValue value) {
    return new Entry(value, null);
  }
}
