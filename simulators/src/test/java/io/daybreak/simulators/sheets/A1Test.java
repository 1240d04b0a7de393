package io.daybreak.simulators.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.simulators.sheets.workbook.A1;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class A1Test {

  @ParameterizedTest
  @ValueSource(strings = {"Sales", "Sheet_1", "x.y", "Sales2", "TRUE"})
  void plainTitlesStandWithoutQuotes(String title) {
    assertThat(A1.quote(title)).isEqualTo(title);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Probe Tab", "A1", "ABC1234", "R1C1", "2026", "Ünï", "a-b", "원본"})
  void otherTitlesAreQuoted(String title) {
    assertThat(A1.quote(title)).isEqualTo("'" + title + "'");
  }

  @ParameterizedTest
  @CsvSource({"0, A", "25, Z", "26, AA", "51, AZ", "52, BA", "701, ZZ", "702, AAA"})
  void columnsHaveLetters(int index, String letters) {
    assertThat(A1.column(index)).isEqualTo(letters);
    assertThat(A1.column(letters)).isEqualTo(index);
  }
}
