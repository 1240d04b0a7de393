package io.daybreak.imports.report;

import io.daybreak.imports.format.Format;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which reports a format's days are made of. {@code /stats}, which would also have today, breaks
 * down by one dimension at a time.
 *
 * @param performance reports with impressions, clicks and cost; all of them are needed
 * @param conversions the report with conversions; null where the format has none
 */
public record DayReports(List<ReportType> performance, @Nullable ReportType conversions) {

  /** What the format needs, in as few lines as NAVER has it. */
  public static DayReports of(Format format) {
    return switch (format.source()) {
      case HOURS -> new DayReports(List.of(ReportType.AD_DETAIL), ReportType.AD_CONVERSION_DETAIL);
      case DAYS -> new DayReports(List.of(ReportType.AD), ReportType.AD_CONVERSION);
      case SEARCHES ->
          new DayReports(List.of(ReportType.EXPKEYWORD, ReportType.SHOPPINGKEYWORD_DETAIL), null);
    };
  }

  /** The orders for a day; without conversions where NAVER does not keep them for so long. */
  public List<ReportOrder> orders(LocalDate day, LocalDate today) {
    List<ReportOrder> orders = new ArrayList<>();
    performance.forEach(type -> orders.add(new ReportOrder(type, day)));
    if (conversions != null && conversions.keeps(day, today)) {
      orders.add(new ReportOrder(conversions, day));
    }
    return orders;
  }
}
