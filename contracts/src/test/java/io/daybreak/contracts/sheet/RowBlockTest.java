package io.daybreak.contracts.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowBlockTest {

  @Test
  void whatWasPackedComesBackToTheLetter() {
    List<List<String>> rows =
        List.of(
            List.of("2026-11-20", "캠페인, \"봄\"", "=1+1", ""),
            List.of("", "두 줄\n이름", " 앞뒤 공백 ", "0.5"),
            List.of("", "", "", ""));

    assertThat(RowBlock.unpack(RowBlock.pack(rows))).isEqualTo(rows);
  }

  @Test
  void aRowOfOneEmptyCellIsStillARow() {
    List<List<String>> rows = List.of(List.of(""), List.of("x"), List.of(""));

    assertThat(RowBlock.unpack(RowBlock.pack(rows))).isEqualTo(rows);
  }

  @Test
  void repetitiveRowsPackFarBelowTheLimitOfAMessage() {
    List<List<String>> rows =
        IntStream.range(0, 20_000)
            .mapToObj(i -> List.of("2026-11-20", "nkw-a001-01-" + i, "키워드 " + i, "1", "0", "70"))
            .toList();

    assertThat(RowBlock.pack(rows)).hasSizeLessThan(1 << 20);
  }

  @Test
  void whatIsNoBlockIsRefused() {
    assertThatThrownBy(() -> RowBlock.unpack("not base64!"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
