package io.daybreak.simulators.sheets.values;

import io.daybreak.simulators.sheets.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** How values are read. */
enum RenderOption {
  /** As the cell shows them. */
  FORMATTED_VALUE,
  /** Numbers as numbers. */
  UNFORMATTED_VALUE,
  /** As unformatted, formulas as their text. */
  FORMULA;

  static RenderOption named(@Nullable String name) {
    if (name == null) {
      return FORMATTED_VALUE;
    }
    try {
      return valueOf(name);
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid(
          "Invalid value at 'value_render_option' (type.googleapis.com/google.apps.sheets.v4.ValueRenderOption), \"%s\""
              .formatted(name));
    }
  }
}
