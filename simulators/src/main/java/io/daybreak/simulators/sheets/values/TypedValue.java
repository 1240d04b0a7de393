package io.daybreak.simulators.sheets.values;

import io.daybreak.simulators.sheets.grid.CellValue;

/** What a text becomes that is typed into a cell. */
public final class TypedValue {

  private TypedValue() {}

  public static CellValue of(String text) {
    return TypedText.parse(text).value();
  }
}
