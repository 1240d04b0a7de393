package io.daybreak.simulators.sheets.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Packs a cell's value into a long: a number is its own bits; everything else is a NaN that no
 * number has, with the number of its text in the low half. Texts repeat (names of campaigns), so
 * each is kept once.
 */
public final class CellCode {

  /** An empty cell. */
  public static final long BLANK = 0x7FF9L << 48;

  private static final long TEXT = 0x7FFAL << 48;
  private static final long BOOL = 0x7FFBL << 48;
  private static final long FORMULA = 0x7FFCL << 48;
  private static final long UNRESOLVED = 0x7FFDL << 48;
  private static final long ERROR = 0x7FFEL << 48;
  private static final long KIND = 0xFFFFL << 48;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> texts = new ArrayList<>();

  public long encode(CellValue value) {
    if (value instanceof CellValue.Number number) {
      return Double.doubleToRawLongBits(number.number());
    } else if (value instanceof CellValue.Text text) {
      return TEXT | numberOf(text.text());
    } else if (value instanceof CellValue.Bool bool) {
      return BOOL | (bool.bool() ? 1 : 0);
    } else if (value instanceof CellValue.Formula formula) {
      return (formula.unresolved() ? UNRESOLVED : FORMULA) | numberOf(formula.formula());
    } else if (value instanceof CellValue.Error error) {
      return ERROR | numberOf(error.name());
    }
    return BLANK;
  }

  public CellValue decode(long code) {
    long kind = code & KIND;
    if (kind == BLANK) {
      return CellValue.BLANK;
    } else if (kind == TEXT) {
      return new CellValue.Text(text((int) code));
    } else if (kind == BOOL) {
      return new CellValue.Bool((code & 1) == 1);
    } else if (kind == FORMULA) {
      return new CellValue.Formula(text((int) code));
    } else if (kind == UNRESOLVED) {
      return new CellValue.Formula(text((int) code), true);
    } else if (kind == ERROR) {
      return new CellValue.Error(text((int) code));
    }
    return new CellValue.Number(Double.longBitsToDouble(code));
  }

  /** Whether the code is a formula's; much cheaper than decoding it. */
  public static boolean isFormula(long code) {
    long kind = code & KIND;
    return kind == FORMULA || kind == UNRESOLVED;
  }

  private synchronized int numberOf(String text) {
    Integer known = numbers.get(text);
    if (known != null) {
      return known;
    }
    int number = texts.size();
    texts.add(text);
    numbers.put(text, number);
    return number;
  }

  private synchronized String text(int number) {
    return texts.get(number);
  }
}
