package io.daybreak.acceptance.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void koreanLettersAreTwoWideAndNumbersStandToTheRight() {
    TextTable table =
        new TextTable(
                List.of(
                    new TextTable.Column(List.of("캠페인", "campaign"), 9, false),
                    new TextTable.Column(List.of("id"), 5, true),
                    TextTable.Column.of("clicks")))
            .row(List.of("브랜드", "cmp-0001", "7"))
            .row(List.of("브랜드_노트북", "cmp-2", "1,234"));

    assertThat(table.lines())
        .containsExactly(
            "캠페인    id     clicks",
            "campaign",
            "────────  ─────  ──────",
            "브랜드    …0001       7",
            "브랜드_…  cmp-2   1,234");
  }

  @Test
  void aMissingCellIsEmpty() {
    TextTable table =
        new TextTable(List.of(TextTable.Column.of("a"), TextTable.Column.of("b")))
            .row(List.of("x"));

    assertThat(table.lines()).containsExactly("a  b", "─  ─", "x");
  }
}
