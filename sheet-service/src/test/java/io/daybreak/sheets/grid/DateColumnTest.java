package io.daybreak.sheets.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybreak.sheets.failure.FailureException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DateColumnTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  @Test
  void theRowsOfEarlierDaysStay() {
    assertThat(DateColumn.rowsBefore(DAY, days(-2, -2, -1, 0, 0, 1))).isEqualTo(3);
  }

  @Test
  void whereAllDaysAreEarlierAllRowsStay() {
    assertThat(DateColumn.rowsBefore(DAY, days(-5, -4))).isEqualTo(2);
  }

  @Test
  void whereAllDaysAreReplacedNoneStays() {
    assertThat(DateColumn.rowsBefore(DAY, days(0, 1))).isZero();
    assertThat(DateColumn.rowsBefore(DAY, List.of())).isZero();
  }

  @Test
  void datesThatDoNotAscendAreRefusedWithTheRow() {
    assertThatThrownBy(() -> DateColumn.rowsBefore(DAY, days(-2, -1, -3)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("SHEET_TAB_CHANGED")
        .hasMessageContaining("Row 5");
  }

  @Test
  void aDisorderAmongTheReplacedDaysIsRefusedAsWell() {
    assertThatThrownBy(() -> DateColumn.rowsBefore(DAY, days(-1, 3, 2)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("Row 5");
  }

  @Test
  void aTextOrAGapAmongTheDatesIsRefused() {
    assertThatThrownBy(() -> DateColumn.rowsBefore(DAY, List.of(new BigDecimal(46000), "total")))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("Row 4 of the tab has no date");
    assertThatThrownBy(() -> DateColumn.rowsBefore(DAY, List.of("", new BigDecimal(46000))))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("Row 3");
  }

  private static List<Object> days(int... offsets) {
    return Arrays.stream(offsets)
        .mapToObj(offset -> (Object) BigDecimal.valueOf(TypedRows.serial(DAY.plusDays(offset))))
        .toList();
  }
}
