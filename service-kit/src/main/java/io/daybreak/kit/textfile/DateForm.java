package io.daybreak.kit.textfile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Days and moments as spreadsheets of Korea, Japan and the US export them. Without options only ISO
 * 8601: {@code 2026-11-20}, {@code 2026-11-20 07:30:00}.
 */
public final class DateForm {

  /** What else is read. */
  public enum Option {
    /** {@code 2026. 11. 20 오전 7:30}, {@code 2026-11-20 7:30}, {@code 2026년 11월 20일}. */
    KOREAN,
    /** {@code 2026/11/20 7:30}, {@code 2026年11月20日}, {@code 令和8年11月20日}. */
    JAPANESE,
    /** {@code 11/20/2026 7:30 AM}, {@code 20-Nov-26}, {@code Nov 20, 2026}: the month first. */
    US
  }

  /** A day, with the time and the offset if the cell has them. */
  public record Moment(LocalDate day, @Nullable LocalTime time, @Nullable ZoneOffset offset) {}

  private static final int FIRST_YEAR_OF_SHORT_ONES = 30;
  private static final Map<String, Integer> ERAS =
      Map.of("令和", 2018, "平成", 1988, "昭和", 1925, "R", 2018, "H", 1988, "S", 1925);
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "([0-9]{4})\\s*([-./]|년|年)\\s*([0-9]{1,2})\\s*([-./]|월|月)\\s*([0-9]{1,2})(?:\\s*([.]|일|日))?");
  private static final Pattern ERA =
      Pattern.compile(
          "(令和|平成|昭和|[RHS])\\s*([0-9]{1,2}|元)[年.]\\s*([0-9]{1,2})[月.]\\s*([0-9]{1,2})日?");
  private static final Pattern NUMBERS =
      Pattern.compile("([0-9]{1,2})([-./])\\s*([0-9]{1,2})[-./]\\s*([0-9]{4}|[0-9]{2})(?![0-9])");
  private static final Pattern MONTH_NAME =
      Pattern.compile("(?i)(?:[a-z]{3,9},?\\s+)?([a-z]{3,9})\\.?\\s+([0-9]{1,2}),?\\s+([0-9]{4})");
  private static final Pattern DAY_MONTH_NAME =
      Pattern.compile("(?i)([0-9]{1,2})[- ]([a-z]{3,9})[- ,]+([0-9]{4}|[0-9]{2})(?![0-9])");
  private static final Pattern WEEKDAY =
      Pattern.compile(
          "^\\s*[(（]?\\s*(?:[월화수목금토일](?:요일)?|[月火水木金土日](?:曜日?)?)\\s*[)）]?(?=\\s|$|[0-9오午])");
  private static final Pattern TIME =
      Pattern.compile(
          "(?i)\\s*(?:T|,)?\\s*(오전|오후|午前|午後|AM|PM|a\\.m\\.|p\\.m\\.)?\\s*([0-9]{1,2})(?::|시\\s*|時\\s*)([0-9]{1,2})"
              + "(?:(?::|분\\s*|分\\s*)([0-9]{1,2})(?:[.,]([0-9]{1,9}))?초?秒?|분|分)?"
              + "\\s*(오전|오후|午前|午後|AM|PM|a\\.m\\.|p\\.m\\.)?\\s*(Z|UTC|GMT|(?:UTC|GMT)?[+-][0-9]{2}:?[0-9]{2}|KST|JST)?\\s*");
  private static final Pattern STRICT_TIME =
      Pattern.compile("[ T]([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\\.([0-9]{1,9}))?");
  private static final Pattern SERIAL = Pattern.compile("[3-6][0-9]{4}(?:\\.[0-9]+)?");

  private final Set<Option> options;

  public DateForm(Set<Option> options) {
    this.options = options.isEmpty() ? EnumSet.noneOf(Option.class) : EnumSet.copyOf(options);
  }

  /** The day as {@code 2026-11-20}; a time but midnight is too much. */
  public CellRead<String> date(String cell) {
    if (isIsoDay(cell)) {
      return CellRead.of(cell);
    }
    CellRead<Moment> read = moment(cell);
    Moment moment = read.value();
    if (moment == null) {
      return CellRead.wrong(java.util.Objects.requireNonNull(read.found()));
    }
    if (moment.offset() != null) {
      return CellRead.wrong(CellFault.ZONE.found());
    }
    boolean midnight = moment.time() == null || moment.time().equals(LocalTime.MIDNIGHT);
    boolean allowed = moment.time() == null || !options.isEmpty();
    return midnight && allowed
        ? CellRead.of(moment.day().toString())
        : CellRead.wrong(CellFault.TIME.found());
  }

  /** A day and a time, with an offset if there is one. */
  public CellRead<Moment> timestamp(String cell) {
    CellRead<Moment> read = moment(cell);
    return read.value() != null && read.value().time() == null
        ? CellRead.wrong(CellFault.TIME_MISSING.found())
        : read;
  }

  /** A day, with or without a time. */
  public CellRead<Moment> moment(String cell) {
    String text = Unseen.strip(cell);
    if (text.startsWith("#")) {
      return CellRead.wrong(CellFault.SPREADSHEET_ERROR.found());
    }
    if (SERIAL.matcher(text).matches()) {
      return CellRead.wrong(CellFault.SERIAL_DAY.found());
    }
    if (Unseen.first(text).isPresent()) {
      if (options.isEmpty()) {
        return CellRead.wrong(CellFault.INVISIBLE.found(Unseen.first(text).get()));
      }
      text = text.replaceAll("[\u00a0\u202f\u2009\u3000]", " ").replaceAll("\\p{Cf}", "");
    }
    try {
      return dated(text);
    } catch (DateTimeException e) {
      return CellRead.wrong(CellFault.NO_SUCH_DAY.found());
    }
  }

  private CellRead<Moment> dated(String text) {
    Matcher day = YEAR_FIRST.matcher(text);
    if (day.lookingAt()) {
      String form = yearFirst(day);
      boolean iso = form.equals("YYYY-MM-DD");
      boolean allowed =
          switch (day.group(2)) {
            case "년" -> options.contains(Option.KOREAN);
            case "年" -> options.contains(Option.JAPANESE);
            default -> !options.isEmpty();
          };
      if (!iso && !allowed) {
        return CellRead.wrong(CellFault.OTHER_DATE_FORM.found(form));
      }
      return timed(day(day.group(1), day.group(3), day.group(5)), text.substring(day.end()));
    }
    Matcher era = ERA.matcher(text);
    if (era.lookingAt()) {
      if (!options.contains(Option.JAPANESE)) {
        return CellRead.wrong(CellFault.OTHER_DATE_FORM.found("元号"));
      }
      int year = ERAS.get(era.group(1)) + (era.group(2).equals("元") ? 1 : number(era.group(2)));
      return timed(
          LocalDate.of(year, number(era.group(3)), number(era.group(4))),
          text.substring(era.end()));
    }
    return monthFirst(text);
  }

  private CellRead<Moment> monthFirst(String text) {
    Matcher numbers = NUMBERS.matcher(text);
    if (numbers.lookingAt()) {
      return monthFirst(numbers, text);
    }
    Matcher name = MONTH_NAME.matcher(text);
    Matcher dayName = DAY_MONTH_NAME.matcher(text);
    boolean dayFirst = dayName.lookingAt();
    if (!dayFirst && !name.lookingAt()) {
      return CellRead.wrong(CellFault.OTHER_CHARACTERS.found());
    }
    if (!options.contains(Option.US)) {
      return CellRead.wrong(
          CellFault.OTHER_DATE_FORM.found(dayFirst ? "DD-MMM-YYYY" : "MMM DD, YYYY"));
    }
    Matcher found = dayFirst ? dayName : name;
    String month = found.group(dayFirst ? 2 : 1).toLowerCase(Locale.ROOT).substring(0, 3);
    LocalDate day =
        LocalDate.of(
            year(found.group(3)), MONTHS.indexOf(month) + 1, number(found.group(dayFirst ? 1 : 2)));
    return timed(day, text.substring(found.end()));
  }

  private CellRead<Moment> monthFirst(Matcher numbers, String text) {
    int first = number(numbers.group(1));
    int second = number(numbers.group(3));
    String year = numbers.group(4).length() == 4 ? "YYYY" : "YY";
    String form = "M" + numbers.group(2) + "D" + numbers.group(2) + year;
    if (!numbers.group(2).equals("/") || !options.contains(Option.US)) {
      return CellRead.wrong(
          first <= 12 && second <= 12
              ? CellFault.DAY_OR_MONTH_FIRST.found()
              : CellFault.OTHER_DATE_FORM.found(
                  first > 12 ? form.replace('M', 'd').replace('D', 'M').replace('d', 'D') : form));
    }
    return timed(
        LocalDate.of(year(numbers.group(4)), first, second), text.substring(numbers.end()));
  }

  private CellRead<Moment> timed(LocalDate day, String after) {
    String rest = options.isEmpty() ? after : WEEKDAY.matcher(after).replaceFirst("");
    if (Unseen.isBlank(rest)) {
      return CellRead.of(new Moment(day, null, null));
    }
    Matcher time = TIME.matcher(rest);
    if (!time.matches()) {
      return CellRead.wrong(CellFault.OTHER_TIME_FORM.found());
    }
    ZoneOffset offset = offset(time.group(7));
    if (options.isEmpty() && offset == null && !STRICT_TIME.matcher(rest).matches()) {
      return CellRead.wrong(CellFault.OTHER_TIME_FORM.found());
    }
    return CellRead.of(new Moment(day, time(time), offset));
  }

  private static LocalTime time(Matcher time) {
    String half = time.group(1) == null ? time.group(6) : time.group(1);
    int hour = number(time.group(2));
    if (half != null) {
      boolean afternoon = half.equals("오후") || half.equals("午後") || half.matches("(?i)p.*");
      if (hour > 12) {
        throw new DateTimeException("An hour of a half day");
      }
      hour = hour % 12 + (afternoon ? 12 : 0);
    }
    String fraction = time.group(5) == null ? "" : time.group(5);
    int nanos = fraction.isEmpty() ? 0 : number((fraction + "000000000").substring(0, 9));
    int second = time.group(4) == null ? 0 : number(time.group(4));
    return LocalTime.of(hour, number(time.group(3)), second, nanos);
  }

  private static @Nullable ZoneOffset offset(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return switch (text.toUpperCase(Locale.ROOT)) {
      case "Z", "UTC", "GMT" -> ZoneOffset.UTC;
      case "KST", "JST" -> ZoneOffset.ofHours(9);
      default ->
          ZoneOffset.of(
              text.replaceFirst("(?i)UTC|GMT", "")
                  .replaceFirst("([0-9]{2}):?([0-9]{2})$", "$1:$2"));
    };
  }

  private static LocalDate day(String year, String month, String day) {
    return LocalDate.of(number(year), number(month), number(day));
  }

  private static int year(String text) {
    int year = number(text);
    return text.length() == 4 ? year : year < FIRST_YEAR_OF_SHORT_ONES ? 2000 + year : 1900 + year;
  }

  /** The form that a day with its year first has, as people write forms. */
  private static String yearFirst(Matcher day) {
    if (day.group(2).equals("년") || day.group(2).equals("年")) {
      return day.group(2).equals("년") ? "YYYY년 M월 D일" : "YYYY年M月D日";
    }
    if (day.group(2).equals(".")) {
      return "YYYY. M. D";
    }
    boolean padded = day.group(3).length() == 2 && day.group(5).length() == 2;
    boolean tight = day.group().length() == 10 && day.group(4).equals(day.group(2));
    return day.group(2).equals("-") && padded && tight
        ? "YYYY-MM-DD"
        : "YYYY" + day.group(2) + "M" + day.group(4) + "D";
  }

  /** Strictly {@code 2026-11-20}, looked at without a pattern: most cells are so. */
  private static boolean isIsoDay(String cell) {
    if (cell.length() != 10 || cell.charAt(4) != '-' || cell.charAt(7) != '-') {
      return false;
    }
    for (int i = 0; i < 10; i++) {
      char c = cell.charAt(i);
      if (i != 4 && i != 7 && (c < '0' || c > '9')) {
        return false;
      }
    }
    int year = number(cell.substring(0, 4));
    int month = (cell.charAt(5) - '0') * 10 + cell.charAt(6) - '0';
    int day = (cell.charAt(8) - '0') * 10 + cell.charAt(9) - '0';
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= java.time.YearMonth.of(year, month).lengthOfMonth();
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
