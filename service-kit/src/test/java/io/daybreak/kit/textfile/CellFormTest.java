package io.daybreak.kit.textfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellFormTest {

  private static final NumberForm STRICT = new NumberForm(Set.of());
  private static final NumberForm ALL =
      new NumberForm(EnumSet.complementOf(EnumSet.of(NumberForm.Option.DECIMAL_COMMA)));
  private static final NumberForm COMMA = new NumberForm(EnumSet.allOf(NumberForm.Option.class));
  private static final DateForm ISO = new DateForm(Set.of());
  private static final DateForm DATES = new DateForm(EnumSet.allOf(DateForm.Option.class));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1,234|THOUSANDS_SEPARATOR|1234",
        "-1,234,567.5|THOUSANDS_SEPARATOR|-1234567.5",
        "₩12,000|CURRENCY_SIGN|12000",
        "-₩12,000|CURRENCY_SIGN|-12000",
        "$ 12.50|CURRENCY_SIGN|12.50",
        "￥1,200|CURRENCY_SIGN|1200",
        "12,000원|CURRENCY_SIGN|12000",
        "1,200円|CURRENCY_SIGN|1200",
        "KRW 500|CURRENCY_SIGN|500",
        "12.5%|PERCENT_SIGN|0.125",
        "１２３．５|FULL_WIDTH|123.5",
        "１，２３４円|FULL_WIDTH|1234",
        "1.2E+03|SCIENTIFIC|1200",
        "(1,200)|ACCOUNTING|-1200",
        "△300|ACCOUNTING|-300",
        "▲1,300|ACCOUNTING|-1300",
        "1\u00a0234|INVISIBLE|1234",
      })
  void aNumberAsPeopleWriteItIsNamedOrReadWhereTheTableAllowsIt(
      String cell, CellFault fault, String value) {
    CellRead<String> strict = STRICT.decimal(cell);

    assertThat(strict.value()).isNull();
    assertThat(strict.found().fault()).isEqualTo(fault);
    assertThat(ALL.decimal(cell).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1.234,5|1234.5", "1234,5|1234.5", "1 234,50|1234.50", "€ 1.234|1234"})
  void aCommaMayBeTheDecimalSign(String cell, String value) {
    assertThat(COMMA.decimal(cell).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "#N/A,SPREADSHEET_ERROR",
    "#DIV/0!,SPREADSHEET_ERROR",
    "many,OTHER_CHARACTERS",
    "'1,5',DECIMAL_COMMA",
    "12개,OTHER_CHARACTERS",
    "'1,23,4',OTHER_CHARACTERS",
    "-,OTHER_CHARACTERS"
  })
  void whatIsNoNumberStaysNone(String cell, CellFault fault) {
    assertThat(STRICT.decimal(cell).found().fault()).isEqualTo(fault);
    if (fault != CellFault.DECIMAL_COMMA) {
      assertThat(ALL.decimal(cell).found().fault()).isEqualTo(fault);
    }
  }

  @Test
  void wholeNumbersLoseNothing() {
    assertThat(STRICT.integer("12.0").value()).isEqualTo("12");
    assertThat(STRICT.integer("\u00a012\u200b").value()).isEqualTo("12");
    assertThat(STRICT.integer("'0012").value()).isEqualTo("0012");
    assertThat(STRICT.integer("12.5").found().fault()).isEqualTo(CellFault.FRACTION);
    assertThat(ALL.integer("5.12346E+12").found().fault()).isEqualTo(CellFault.SCIENTIFIC);
    assertThat(STRICT.integer("9".repeat(39)).found().fault()).isEqualTo(CellFault.TOO_MANY_DIGITS);
    assertThat(STRICT.decimal(".5").value()).isEqualTo("0.5");
    assertThat(STRICT.decimal("-12.50").value()).isEqualTo("-12.50");
    assertThat(STRICT.decimal("").value()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026. 11. 20",
        "2026. 11. 20.",
        "2026.11.20",
        "2026-11-20(금)",
        "2026. 11. 20 (금)",
        "2026년 11월 20일",
        "2026년 11월 20일 금요일",
        "2026/11/20",
        "2026/11/20(金)",
        "2026年11月20日",
        "2026年11月20日(金)",
        "令和8年11月20日",
        "11/20/2026",
        "11/20/26",
        "Nov 20, 2026",
        "Friday, November 20, 2026",
        "20-Nov-26",
        "20 November 2026",
        "2026-11-20 00:00:00",
        "2026. 11. 20 오전 12:00:00",
      })
  void aDayIsReadInTheFormsOfSpreadsheetsWhereTheTableAllowsIt(String cell) {
    assertThat(DATES.date(cell).value()).as(cell).isEqualTo("2026-11-20");
    assertThat(ISO.date(cell).value()).as(cell).isNull();
  }

  @Test
  void aDayOfAnotherFormIsNamed() {
    assertThat(ISO.date("2026. 11. 20").found().detail()).isEqualTo("YYYY. M. D");
    assertThat(ISO.date("2026/11/20").found().detail()).isEqualTo("YYYY/M/D");
    assertThat(ISO.date("11/20/2026").found().detail()).isEqualTo("M/D/YYYY");
    assertThat(ISO.date("20.11.2026").found().detail()).isEqualTo("D.M.YYYY");
    assertThat(ISO.date("03/04/2026").found().fault()).isEqualTo(CellFault.DAY_OR_MONTH_FIRST);
    assertThat(ISO.date("2026-02-30").found().fault()).isEqualTo(CellFault.NO_SUCH_DAY);
    assertThat(ISO.date("46346").found().fault()).isEqualTo(CellFault.SERIAL_DAY);
    assertThat(ISO.date("2026-11-20 07:30:00").found().fault()).isEqualTo(CellFault.TIME);
    assertThat(ISO.date("soon").found().fault()).isEqualTo(CellFault.OTHER_CHARACTERS);
    assertThat(ISO.date("2026-11-20").value()).isEqualTo("2026-11-20");
    assertThat(ISO.date(" 2026-11-20\u00a0").value()).isEqualTo("2026-11-20");
    assertThat(DATES.date("13/20/2026").found().fault()).isEqualTo(CellFault.NO_SUCH_DAY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-20 19:30",
        "2026-11-20 19:30:00",
        "2026-11-20T19:30:00.000",
        "2026. 11. 20 오후 7:30:00",
        "2026. 11. 20. 오후 7시 30분",
        "2026-11-20 오후 7:30",
        "2026/11/20 19:30",
        "2026/11/20 午後7:30:00",
        "2026年11月20日 19時30分",
        "11/20/2026 7:30 PM",
        "11/20/2026, 7:30:00\u202fPM",
        "Nov 20, 2026, 7:30:00 PM",
      })
  void aMomentIsReadInTheFormsOfSpreadsheets(String cell) {
    DateForm.Moment moment = DATES.timestamp(cell).value();

    assertThat(moment).as(cell).isNotNull();
    assertThat(moment.day() + " " + moment.time()).isEqualTo("2026-11-20 19:30");
    assertThat(moment.offset()).isNull();
  }

  @Test
  void aMomentIsStrictWithoutOptions() {
    assertThat(ISO.timestamp("2026-11-20 07:30:00").value()).isNotNull();
    assertThat(ISO.timestamp("2026-11-20 07:30").found().fault())
        .isEqualTo(CellFault.OTHER_TIME_FORM);
    assertThat(ISO.timestamp("2026-11-20").found().fault()).isEqualTo(CellFault.TIME_MISSING);
    assertThat(ISO.timestamp("2026-11-20 25:30:00").found().fault())
        .isEqualTo(CellFault.NO_SUCH_DAY);
    assertThat(ISO.timestamp("2026-11-20 07:30:00+09:00").value().offset().getId())
        .isEqualTo("+09:00");
    assertThat(ISO.timestamp("2026-05-01 10:00:00 +0900").value().offset().getId())
        .isEqualTo("+09:00");
    assertThat(ISO.timestamp("2026-11-20T07:30:00Z").value().offset().getId()).isEqualTo("Z");
  }

  @Test
  void yesAndNoHaveTheWordsThatTheTableAllows() {
    BooleanForm strict = new BooleanForm(Set.of());
    BooleanForm all = new BooleanForm(EnumSet.allOf(BooleanForm.Option.class));

    assertThat(strict.read(" TRUE ").value()).isEqualTo("true");
    assertThat(strict.read("예").found().fault()).isEqualTo(CellFault.OTHER_WORD);
    for (String yes : new String[] {"예", "네", "O", "はい", "○", "Y", "Yes", "1", "있음"}) {
      assertThat(all.read(yes).value()).as(yes).isEqualTo("true");
    }
    for (String no : new String[] {"아니오", "아니요", "X", "いいえ", "×", "n", "0", "無"}) {
      assertThat(all.read(no).value()).as(no).isEqualTo("false");
    }
    assertThat(all.read("perhaps").found().fault()).isEqualTo(CellFault.OTHER_WORD);
  }
}
