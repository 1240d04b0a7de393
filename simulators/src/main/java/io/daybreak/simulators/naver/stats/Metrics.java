package io.daybreak.simulators.naver.stats;

import io.daybreak.simulators.naver.performance.ConversionRow;
import io.daybreak.simulators.naver.performance.PerformanceRow;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;

/** Sums of one line of {@code /stats}, and the fields that are made of them. */
final class Metrics {

  /** Every field NAVER knows; those without a case below are always 0. */
  static final Set<String> FIELDS =
      Set.of(
          "impCnt",
          "clkCnt",
          "salesAmt",
          "ctr",
          "cpc",
          "avgRnk",
          "ccnt",
          "recentAvgRnk",
          "recentAvgCpc",
          "pcNxAvgRnk",
          "mblNxAvgRnk",
          "crto",
          "convAmt",
          "ror",
          "cpConv",
          "viewCnt",
          "drtCrto",
          "topImpRto",
          "pcNxAvgCpc",
          "mblNxAvgCpc");

  private long impressions;
  private long clicks;
  private BigDecimal cost = BigDecimal.ZERO;
  private long rankSum;
  private long views;
  private long conversions;
  private long sales;

  void add(PerformanceRow row) {
    impressions += row.impressions();
    clicks += row.clicks();
    cost = cost.add(row.cost());
    rankSum += row.rankSum();
    views += row.views();
  }

  void add(ConversionRow row) {
    conversions += row.count();
    sales += row.sales();
  }

  void write(JsonObject line, List<String> fields) {
    fields.forEach(field -> line.put(field, value(field)));
  }

  private Number value(String field) {
    return switch (field) {
      case "impCnt" -> impressions;
      case "clkCnt" -> clicks;
      case "salesAmt" -> cost.setScale(0, RoundingMode.HALF_UP).longValueExact();
      case "ctr" -> ratio(100.0 * clicks, impressions);
      case "cpc" -> Math.round(ratio(cost.doubleValue(), clicks));
      case "avgRnk" -> ratio(rankSum, impressions);
      case "ccnt" -> conversions;
      case "crto" -> ratio(100.0 * conversions, clicks);
      case "convAmt" -> sales;
      case "ror" -> ratio(100.0 * sales, cost.doubleValue());
      case "cpConv" -> Math.round(ratio(cost.doubleValue(), conversions));
      case "viewCnt" -> views;
      default -> 0;
    };
  }

  /** Rounded to two places; 0 where there is nothing to divide by. */
  private static double ratio(double part, double whole) {
    return whole == 0 ? 0 : Math.round(part / whole * 100) / 100.0;
  }
}
