package io.daybreak.sheets.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybreak.sheets.failure.FailureException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatedRowsTest {

  private static final double SERIAL = TypedRows.serial(LocalDate.of(2026, 11, 20));

  private final DatedRows.Reader reader = new DatedRows.Reader(0);

  @Test
  void rowsAreCountedByTheirDayWhereverTheyStand() {
    reader.add(SERIAL, "a");
    reader.add(SERIAL - 1, "a");
    reader.add(SERIAL + 0.5, "a");

    assertThat(reader.end("tab").perDay())
        .containsEntry(LocalDate.of(2026, 11, 20), 2L)
        .containsEntry(LocalDate.of(2026, 11, 19), 1L);
  }

  @Test
  void aTotalRowAndNotesAreSomebodyElses() {
    reader.add("소계", null);
    reader.add(SERIAL, "a");
    reader.add("합계", "12 keywords");
    reader.add(null, "a remark below");
    reader.add(null, null);

    DatedRows rows = reader.end("tab");
    assertThat(rows.perDay()).hasSize(1);
    assertThat(rows.size()).isEqualTo(4);
  }

  @Test
  void aRowThatLostItsDateIsRefusedWithItsCell() {
    reader.add(SERIAL, "a");
    reader.add(null, "b");
    reader.add(SERIAL, "c");

    assertThatThrownBy(() -> reader.end("raw"))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("SHEET_TAB_CHANGED")
        .hasMessageContaining("Cell A4 of the tab \"raw\" has nothing instead of a date")
        .hasMessageContaining("delete the row");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-20", "2026. 11. 20", "2026/11/20", "2026년 11월 20일", "20261120"})
  void aDateThatIsATextIsRefusedWithItsCell(String text) {
    reader.add(SERIAL, "a");
    reader.add(text, "b");

    assertThatThrownBy(() -> reader.end("raw"))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("Cell A4")
        .hasMessageContaining(text);
  }

  @Test
  void aNumberThatIsNoDayIsSomebodyElses() {
    reader.add(1_234.0, "the sum of something");

    assertThat(reader.end("tab").perDay()).isEmpty();
  }
}
