package io.daybreak.sheets.grid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellRangeTest {

  @Test
  void aRangeIsWrittenInA1NotationWithAQuotedTitle() {
    assertThat(new CellRange("원본 '26", 2, 10, 0, 13).a1()).isEqualTo("'원본 ''26'!A3:M10");
  }

  @Test
  void columnsBeyondZHaveTwoLetters() {
    assertThat(CellRange.letters(25)).isEqualTo("Z");
    assertThat(CellRange.letters(26)).isEqualTo("AA");
    assertThat(CellRange.letters(701)).isEqualTo("ZZ");
    assertThat(CellRange.letters(702)).isEqualTo("AAA");
  }

  @Test
  void itKnowsItsCells() {
    assertThat(new CellRange("t", 2, 200_002, 0, 13).cells()).isEqualTo(2_600_000);
  }
}
