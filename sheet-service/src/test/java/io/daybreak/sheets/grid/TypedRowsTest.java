package io.daybreak.sheets.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybreak.contracts.sheet.TabLayout.CellType;
import io.daybreak.contracts.sheet.TabLayout.Column;
import io.daybreak.sheets.failure.FailureException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedRowsTest {

  private static final Column DATE = new Column("date", CellType.DATE);
  private static final Column NUMBER = new Column("cost", CellType.NUMBER);
  private static final Column TEXT = new Column("keyword", CellType.TEXT);

  @Test
  void datesBecomeSerialNumbersAndNumbersNumbers() {
    assertThat(TypedRows.of(List.of(List.of("2026-11-20", "1234.50", "7")), columns()))
        .containsExactly(List.of(46346L, new BigDecimal("1234.50"), "7"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+82", "-", "@cmd", "'quoted", "2026-11-20", "007", "원피스, \"새\"\n줄"})
  void aTextStaysAsItIs(String text) {
    assertThat(TypedRows.of(List.of(List.of("", "", text)), columns()))
        .containsExactly(List.of("", "", text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "9007199254740993", "123456789012345678901234567890", "0.1"})
  void aNumberKeepsEveryDigit(String number) {
    Object value = TypedRows.of(List.of(List.of("", number, "")), columns()).get(0).get(1);

    assertThat(value.toString()).isEqualTo(number);
    assertThat(value).isInstanceOf(Number.class);
  }

  @Test
  void anEmptyTextIsAnEmptyCellOfEveryTypeAndNeverNull() {
    assertThat(TypedRows.of(List.of(List.of("", "", "")), columns()).get(0))
        .containsExactly("", "", "");
  }

  @Test
  void aMalformedCellIsRefusedWithoutShowingItsValue() {
    assertThatThrownBy(() -> TypedRows.of(List.of(List.of("20.11.2026", "1", "a")), columns()))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("the column date is not a DATE")
        .hasMessageNotContaining("20.11");
  }

  @Test
  void aRowOfTheWrongWidthIsRefused() {
    assertThatThrownBy(() -> TypedRows.of(List.of(List.of("2026-11-20", "1")), columns()))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("2 cells instead of 3");
  }

  private static List<Column> columns() {
    return List.of(DATE, NUMBER, TEXT);
  }
}
