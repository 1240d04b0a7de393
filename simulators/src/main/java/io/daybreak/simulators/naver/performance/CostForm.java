package io.daybreak.simulators.naver.performance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * How NAVER writes costs: up to 2026-03-29 with one decimal and without VAT, from 2026-03-30 on
 * whole and with VAT (<a
 * href="https://github.com/naver/searchad-apidoc/issues/1394">searchad-apidoc 1394</a>).
 */
final class CostForm {

  static final LocalDate FIRST_DAY_WITH_VAT = LocalDate.of(2026, 3, 30);

  private static final BigDecimal VAT = new BigDecimal("1.1");

  private CostForm() {}

  static BigDecimal cost(LocalDate day, long clicks, long wonPerClick) {
    BigDecimal withoutVat =
        BigDecimal.valueOf(clicks * wonPerClick * 10 + clicks * 7 % 10, 1); // tenths occur
    return day.isBefore(FIRST_DAY_WITH_VAT)
        ? withoutVat
        : withoutVat.multiply(VAT).setScale(0, RoundingMode.HALF_UP);
  }
}
