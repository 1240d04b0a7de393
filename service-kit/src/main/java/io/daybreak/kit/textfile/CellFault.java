package io.daybreak.kit.textfile;

/** What can be in a cell that its kind of value has not. */
public enum CellFault {
  THOUSANDS_SEPARATOR("a thousands separator", "천 단위 구분 기호"),
  DECIMAL_COMMA("a comma as the decimal sign", "소수점 대신 쉼표"),
  CURRENCY_SIGN("a currency sign", "통화 기호"),
  PERCENT_SIGN("a percent sign", "백분율 기호"),
  FULL_WIDTH("full-width characters", "전각 문자"),
  /** A spreadsheet's own way to shorten a number: digits may be lost. */
  SCIENTIFIC("a number that a spreadsheet shortened (E+)", "스프레드시트가 줄여 쓴 숫자(E+)"),
  ACCOUNTING("brackets or a triangle instead of a minus sign", "음수를 나타내는 괄호나 세모"),
  INVISIBLE("an invisible character", "보이지 않는 문자"),
  FRACTION("a fraction", "소수"),
  TOO_MANY_DIGITS("more than 38 digits", "38자리를 넘는 숫자"),
  SPREADSHEET_ERROR("a spreadsheet's error", "스프레드시트 오류 값"),
  /** A date, of another form than the one wanted; the detail has the form. */
  OTHER_DATE_FORM("a date of another form", "다른 형식의 날짜"),
  /** The day may be the month. */
  DAY_OR_MONTH_FIRST("a date whose day and month cannot be told apart", "일과 월을 구분할 수 없는 날짜"),
  NO_SUCH_DAY("a day that does not exist", "존재하지 않는 날짜"),
  SERIAL_DAY("a spreadsheet's number of a day", "스프레드시트의 날짜 일련번호"),
  TIME("a time of day", "시각"),
  TIME_MISSING("no time of day", "시각이 없는 날짜"),
  OTHER_TIME_FORM("a time of another form", "다른 형식의 시각"),
  ZONE("a time zone or an offset", "시간대 표시"),
  OTHER_WORD("another word", "다른 단어"),
  OTHER_CHARACTERS("characters that it cannot have", "쓸 수 없는 문자");

  private final String english;
  private final String korean;

  CellFault(String english, String korean) {
    this.english = english;
    this.korean = korean;
  }

  /**
   * It, in a cell.
   *
   * @param detail which one it is, as {@code U+00A0} or {@code ₩}; never other content of the cell
   */
  public record Found(CellFault fault, String detail) {

    public String english() {
      return detail.isEmpty() ? fault.english : fault.english + " (" + detail + ")";
    }

    public String korean() {
      return detail.isEmpty() ? fault.korean : fault.korean + "(" + detail + ")";
    }
  }

  Found found() {
    return new Found(this, "");
  }

  Found found(String detail) {
    return new Found(this, detail);
  }
}
