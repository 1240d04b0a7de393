package io.daybreak.simulators.naver.totals;

import io.daybreak.simulators.naver.performance.ConversionRow;
import io.daybreak.simulators.naver.performance.PerformanceRow;
import java.math.BigDecimal;

/**
 * Sums over rows.
 *
 * @param cost won, see the two forms NAVER has
 * @param conversions of every type and method
 * @param sales won, by conversions
 */
public record Sums(long impressions, long clicks, BigDecimal cost, long conversions, long sales) {

  public static final Sums NOTHING = new Sums(0, 0, BigDecimal.ZERO, 0, 0);

  static Sums of(PerformanceRow row) {
    return new Sums(row.impressions(), row.clicks(), row.cost(), 0, 0);
  }

  static Sums of(ConversionRow row) {
    return new Sums(0, 0, BigDecimal.ZERO, row.count(), row.sales());
  }

  public Sums plus(Sums other) {
    return new Sums(
        impressions + other.impressions,
        clicks + other.clicks,
        cost.add(other.cost),
        conversions + other.conversions,
        sales + other.sales);
  }
}
