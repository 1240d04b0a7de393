package io.daybreak.kit.textfile;

import io.daybreak.kit.textfile.CellFault.Found;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as people write them. Without options only what programs write: digits, a sign, a decimal
 * point; what is invisible around them does not count, and a whole number may end in {@code .0}.
 */
public final class NumberForm {

  /** What else is read. */
  public enum Option {
    /** {@code 1,234.5}; with {@link #DECIMAL_COMMA} {@code 1.234,5} and {@code 1 234,5}. */
    THOUSANDS,
    /** {@code 1234,5}. */
    DECIMAL_COMMA,
    /** {@code ₩1234}, {@code 1234원}, {@code USD 12}: the sign is left out. */
    CURRENCY,
    /** {@code 12.5%} is {@code 0.125}. */
    PERCENT,
    /** {@code １２３}. */
    FULL_WIDTH,
    /** {@code 1.2E+03} in columns with fractions; in whole numbers digits would be lost. */
    SCIENTIFIC,
    /** {@code (12)}, {@code △12} and {@code ▲12} are {@code -12}. */
    ACCOUNTING
  }

  private static final int MOST_DIGITS = 38;
  private static final Pattern PLAIN = Pattern.compile("[+-]?([0-9]*)(?:\\.([0-9]*))?");
  private static final Pattern SHORTENED =
      Pattern.compile("[+-]?[0-9]+(?:[.,][0-9]+)?[eE][+-]?[0-9]{1,3}");
  private static final Pattern GROUPS =
      Pattern.compile("[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]*)?");
  private static final Pattern GROUPS_BEFORE_COMMA =
      Pattern.compile("[+-]?[0-9]{1,3}(?:[. \u00a0\u202f'’][0-9]{3})+(?:,[0-9]*)?");
  private static final Pattern GROUPS_OF_BLANKS =
      Pattern.compile("[+-]?[0-9]{1,3}(?:[ \u00a0\u202f\u2009][0-9]{3})+(?:[.,][0-9]*)?");
  private static final Pattern COMMA = Pattern.compile("[+-]?[0-9]+,[0-9]+");
  private static final Pattern CURRENCY =
      Pattern.compile("[₩￦$＄¥￥€£원円元]|KRW|JPY|USD|EUR|GBP|CNY|US\\$");
  private static final Pattern ERROR = Pattern.compile("#[A-Z/0-9]{2,15}[!?]?");
  private static final List<String> BRACKETS = List.of("(", "（");

  private final Set<Option> options;

  public NumberForm(Set<Option> options) {
    this.options = options.isEmpty() ? EnumSet.noneOf(Option.class) : EnumSet.copyOf(options);
  }

  /** A whole number of at most 38 digits. */
  public CellRead<String> integer(String cell) {
    if (isPlainInteger(cell)) {
      return CellRead.of(cell);
    }
    CellRead<String> read = read(cell, true);
    String value = read.value();
    int point = value == null ? -1 : value.indexOf('.');
    if (value == null || point < 0) {
      return read;
    }
    for (int i = point + 1; i < value.length(); i++) {
      if (value.charAt(i) != '0') {
        return CellRead.wrong(CellFault.FRACTION.found());
      }
    }
    return CellRead.of(value.substring(0, point));
  }

  /** A number of at most 38 digits, with a point if there is a fraction. */
  public CellRead<String> decimal(String cell) {
    return isPlainInteger(cell) ? CellRead.of(cell) : read(cell, false);
  }

  private static boolean isPlainInteger(String cell) {
    int length = cell.length();
    int i = length > 1 && (cell.charAt(0) == '-' || cell.charAt(0) == '+') ? 1 : 0;
    if (length == 0 || length - i > MOST_DIGITS) {
      return false;
    }
    for (; i < length; i++) {
      if (cell.charAt(i) < '0' || cell.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** The cell piece by piece: each sign that people add is allowed, or is the finding. */
  private CellRead<String> read(String cell, boolean whole) {
    String text = Unseen.strip(cell);
    if (ERROR.matcher(text).matches()) {
      return CellRead.wrong(CellFault.SPREADSHEET_ERROR.found(text));
    }
    if (text.length() > 1 && text.charAt(0) == '\'') {
      text = text.substring(1); // how spreadsheets mark a cell that is to stay as it is
    }
    CellRead<String> plain = plain(text);
    if (plain != null) {
      return plain;
    }
    String half = halfWidth(text);
    if (!half.equals(text)) {
      if (!options.contains(Option.FULL_WIDTH)) {
        return CellRead.wrong(CellFault.FULL_WIDTH.found());
      }
      text = half;
    }
    text = text.replace('−', '-').replace('–', '-');
    return signed(text, whole);
  }

  private CellRead<String> signed(String text, boolean whole) {
    boolean bracketed =
        BRACKETS.contains(text.substring(0, Math.min(1, text.length())))
            && (text.endsWith(")") || text.endsWith("）"));
    boolean triangle = text.startsWith("△") || text.startsWith("▲") || text.startsWith("▵");
    if (!bracketed && !triangle) {
      return withoutCurrency(text, whole);
    }
    if (!options.contains(Option.ACCOUNTING)) {
      return CellRead.wrong(CellFault.ACCOUNTING.found(bracketed ? "( )" : text.substring(0, 1)));
    }
    String inner = text.substring(1, text.length() - (bracketed ? 1 : 0));
    CellRead<String> read = withoutCurrency(Unseen.strip(inner), whole);
    return read.value() == null ? read : CellRead.of("-" + read.value());
  }

  private CellRead<String> withoutCurrency(String text, boolean whole) {
    Matcher sign = CURRENCY.matcher(text);
    if (!sign.find()) {
      return withoutPercent(text, whole);
    }
    if (!options.contains(Option.CURRENCY)) {
      return CellRead.wrong(CellFault.CURRENCY_SIGN.found(sign.group()));
    }
    String rest = text.substring(0, sign.start()) + text.substring(sign.end());
    return withoutPercent(Unseen.strip(rest).replaceFirst("^([+-])\\s+", "$1"), whole);
  }

  private CellRead<String> withoutPercent(String text, boolean whole) {
    if (!text.endsWith("%")) {
      return withoutGroups(text, whole);
    }
    if (!options.contains(Option.PERCENT)) {
      return CellRead.wrong(CellFault.PERCENT_SIGN.found("%"));
    }
    CellRead<String> read =
        withoutGroups(Unseen.strip(text.substring(0, text.length() - 1)), whole);
    return read.value() == null
        ? read
        : CellRead.of(new BigDecimal(read.value()).movePointLeft(2).toPlainString());
  }

  private CellRead<String> withoutGroups(String text, boolean whole) {
    boolean comma = options.contains(Option.DECIMAL_COMMA);
    boolean thousands = options.contains(Option.THOUSANDS);
    if (comma && GROUPS_BEFORE_COMMA.matcher(text).matches()) {
      return thousands
          ? plainOr(text.replaceAll("[. \u00a0\u202f'’]", "").replace(',', '.'))
          : CellRead.wrong(CellFault.THOUSANDS_SEPARATOR.found());
    }
    if (comma && COMMA.matcher(text).matches()) {
      return plainOr(text.replace(',', '.'));
    }
    if (GROUPS_OF_BLANKS.matcher(text).matches()) {
      return thousands
          ? plainOr(text.replaceAll("[ \u00a0\u202f\u2009]", ""))
          : CellRead.wrong(
              Unseen.first(text)
                  .map(CellFault.INVISIBLE::found)
                  .orElse(CellFault.THOUSANDS_SEPARATOR.found()));
    }
    if (GROUPS.matcher(text).matches()) {
      return thousands && !comma
          ? plainOr(text.replace(",", ""))
          : CellRead.wrong(CellFault.THOUSANDS_SEPARATOR.found(","));
    }
    if (COMMA.matcher(text).matches()) {
      return CellRead.wrong(CellFault.DECIMAL_COMMA.found());
    }
    return shortened(text, whole);
  }

  private CellRead<String> shortened(String text, boolean whole) {
    if (!SHORTENED.matcher(text).matches()) {
      return plainOr(text);
    }
    if (whole || !options.contains(Option.SCIENTIFIC)) {
      return CellRead.wrong(CellFault.SCIENTIFIC.found());
    }
    return plainOr(new BigDecimal(text.replace(',', '.')).toPlainString());
  }

  private static CellRead<String> plainOr(String text) {
    CellRead<String> plain = plain(text);
    if (plain != null) {
      return plain;
    }
    return CellRead.wrong(
        Unseen.first(text)
            .map(CellFault.INVISIBLE::found)
            .orElse(new Found(CellFault.OTHER_CHARACTERS, "")));
  }

  /** Digits with a sign and a point at most; null if it is anything else. */
  private static @Nullable CellRead<String> plain(String text) {
    Matcher number = PLAIN.matcher(text);
    if (!number.matches()) {
      return null;
    }
    String fraction = number.group(2) == null ? "" : number.group(2);
    int digits = number.group(1).length() + fraction.length();
    if (digits == 0) {
      return null;
    }
    if (digits > MOST_DIGITS && new BigDecimal(text).precision() > MOST_DIGITS) {
      return CellRead.wrong(CellFault.TOO_MANY_DIGITS.found());
    }
    String value = number.group(1).isEmpty() ? text.replace(".", "0.") : text;
    return CellRead.of(value.endsWith(".") ? value.substring(0, value.length() - 1) : value);
  }

  private static String halfWidth(String text) {
    StringBuilder half = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      half.append(c >= 0xFF01 && c <= 0xFF5E && c != '＄' ? (char) (c - 0xFEE0) : c);
    }
    return half.toString();
  }
}
