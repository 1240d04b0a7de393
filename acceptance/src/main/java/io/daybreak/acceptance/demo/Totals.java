package io.daybreak.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Sums over all rows of an import; what the sheet has and what the source has must be equal.
 *
 * @param cost won
 */
record Totals(
    long rows, BigDecimal impressions, BigDecimal clicks, BigDecimal cost, BigDecimal conversions) {

  /** Rows above the data: the notice and the header. */
  private static final int HEADER_ROWS = 2;

  /** Sheets counts days from here. */
  private static final LocalDate SERIAL_EPOCH = LocalDate.of(1899, 12, 30);

  /** What NAVER's simulator says of the account itself, {@code GET /_sim/totals}. */
  static Totals ofSource(JsonNode totals, String format) {
    return new Totals(
        totals.path("rows").path(format).asLong(),
        new BigDecimal(totals.path("impressions").asText()),
        new BigDecimal(totals.path("clicks").asText()),
        new BigDecimal(totals.path("cost").asText()),
        new BigDecimal(totals.path("conversions").asText()));
  }

  /**
   * What stands in the tab; the measures are every format's last four columns.
   *
   * @param values all rows of the tab, unformatted
   */
  static Totals ofTab(JsonNode values) {
    int columns = values.path(1).size();
    BigDecimal[] sums = {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};
    for (int row = HEADER_ROWS; row < values.size(); row++) {
      for (int measure = 0; measure < sums.length; measure++) {
        JsonNode cell = values.get(row).path(columns - sums.length + measure);
        if (cell.isNumber()) {
          sums[measure] = sums[measure].add(new BigDecimal(cell.asText()));
        }
      }
    }
    return new Totals(values.size() - HEADER_ROWS, sums[0], sums[1], sums[2], sums[3]);
  }

  /** Day of the tab's last row; rows ascend by day. */
  static LocalDate lastDay(JsonNode values) {
    return SERIAL_EPOCH.plusDays(values.get(values.size() - 1).path(0).asLong());
  }

  /** One measure on both sides. */
  record Comparison(String name, BigDecimal source, BigDecimal sheet) {
    boolean equal() {
      return source.compareTo(sheet) == 0;
    }
  }

  /** Every measure beside the sheet's. */
  List<Comparison> compare(Totals sheet) {
    List<Comparison> comparisons = new ArrayList<>();
    comparisons.add(
        new Comparison("rows", BigDecimal.valueOf(rows), BigDecimal.valueOf(sheet.rows)));
    comparisons.add(new Comparison("impressions", impressions, sheet.impressions));
    comparisons.add(new Comparison("clicks", clicks, sheet.clicks));
    comparisons.add(new Comparison("cost", cost, sheet.cost));
    comparisons.add(new Comparison("conversions", conversions, sheet.conversions));
    return comparisons;
  }
}
