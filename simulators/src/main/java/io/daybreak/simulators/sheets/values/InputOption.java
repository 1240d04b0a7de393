package io.daybreak.simulators.sheets.values;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybreak.simulators.sheets.grid.CellValue;
import io.daybreak.simulators.sheets.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** How the elements of a row become cells. */
enum InputOption {
  /** As they are: a text stays a text, whatever it looks like. */
  RAW {
    @Override
    Entry text(String text) {
      return Entry.of(text.isEmpty() ? CellValue.BLANK : new CellValue.Text(text));
    }
  },
  /** As if typed by a person. */
  USER_ENTERED {
    @Override
    Entry text(String text) {
      return TypedText.parse(text);
    }
  };

  private static final int CELL_CHARACTERS = 50_000;

  abstract Entry text(String text);

  /**
   * @throws Refusal where the option is missing or unknown
   */
  static InputOption named(@Nullable String name) {
    if (name == null || name.isEmpty() || name.equals("INPUT_VALUE_OPTION_UNSPECIFIED")) {
      throw Refusal.invalid("'valueInputOption' is required but not specified");
    }
    try {
      return valueOf(name);
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid(
          "Invalid value at 'value_input_option' (type.googleapis.com/google.apps.sheets.v4.ValueInputOption), \"%s\""
              .formatted(name));
    }
  }

  /**
   * What an element asks for; null leaves the cell as it is.
   *
   * @param row the element's place, for the refusal
   */
  @Nullable Entry entry(JsonNode element, int row, int column) {
    if (element.isNull()) {
      return null;
    }
    if (element.isContainerNode()) {
      throw Refusal.invalid(
          "Invalid values[%d][%d]: %s".formatted(row, column, ProtoText.ofValue(element)));
    }
    if (element.isNumber()) {
      return Entry.of(new CellValue.Number(element.doubleValue()));
    }
    if (element.isBoolean()) {
      return Entry.of(new CellValue.Bool(element.booleanValue()));
    }
    String text = element.textValue();
    if (text.length() > CELL_CHARACTERS) {
      throw Refusal.invalid(
          "Your input contains more than the maximum of 50000 characters in a single cell.");
    }
    return text(text);
  }
}
