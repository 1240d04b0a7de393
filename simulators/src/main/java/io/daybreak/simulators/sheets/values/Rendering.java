package io.daybreak.simulators.sheets.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.daybreak.simulators.sheets.grid.CellValue;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Turns a cell's value into what is read. A formula that is not calculated reads as its text. */
public final class Rendering {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String DEFAULT_DATE = "yyyy-mm-dd";

  private Rendering() {}

  /**
   * @param format Google's CellFormat of the cell
   * @param serialDates whether unformatted dates are numbers rather than texts
   */
  static JsonNode read(CellValue value, JsonNode format, RenderOption option, boolean serialDates) {
    if (option == RenderOption.FORMATTED_VALUE) {
      return JSON.textNode(shown(value, format));
    }
    if (value instanceof CellValue.Number number) {
      return isDate(format) && !serialDates
          ? JSON.textNode(shown(value, format))
          : plainNumber(number.number());
    }
    if (value instanceof CellValue.Bool bool) {
      return JSON.booleanNode(bool.bool());
    }
    return JSON.textNode(shown(value, format));
  }

  /** The text that the cell shows. */
  public static String shown(CellValue value, JsonNode format) {
    if (value instanceof CellValue.Number number) {
      return shown(number.number(), format.path("numberFormat"));
    } else if (value instanceof CellValue.Text text) {
      return text.text();
    } else if (value instanceof CellValue.Bool bool) {
      return bool.bool() ? "TRUE" : "FALSE";
    } else if (value instanceof CellValue.Formula formula) {
      return formula.formula();
    } else if (value instanceof CellValue.Error error) {
      return error.name();
    }
    return "";
  }

  /** A whole number without a decimal point, as Google sends it. */
  public static JsonNode plainNumber(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? JSON.numberNode((long) number)
        : JSON.numberNode(number);
  }

  private static boolean isDate(JsonNode format) {
    String type = format.path("numberFormat").path("type").asText();
    return type.equals("DATE") || type.equals("DATE_TIME") || type.equals("TIME");
  }

  private static String shown(double number, JsonNode numberFormat) {
    String pattern = numberFormat.path("pattern").asText();
    return switch (numberFormat.path("type").asText()) {
      case "DATE", "DATE_TIME", "TIME" ->
          dateFormat(pattern.isEmpty() ? DEFAULT_DATE : pattern)
              .format(SerialDate.toDateTime(number));
      case "NUMBER", "CURRENCY" -> decimal(number, pattern.isEmpty() ? "#,##0.00" : pattern);
      case "PERCENT" -> decimal(number, pattern.isEmpty() ? "0.00%" : pattern);
      default -> general(number);
    };
  }

  private static String general(double number) {
    return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }

  private static String decimal(double number, String pattern) {
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
  }

  /** Sheets writes months and minutes alike, {@code m}; after a colon it means minutes. */
  private static DateTimeFormatter dateFormat(String pattern) {
    String java =
        pattern.replace('m', 'M').replace('h', 'H').replace(":MM", ":mm").replace(":M", ":m");
    return DateTimeFormatter.ofPattern(java, Locale.ROOT);
  }
}
