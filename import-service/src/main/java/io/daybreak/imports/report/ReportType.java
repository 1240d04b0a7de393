package io.daybreak.imports.report;

import java.time.LocalDate;

/**
 * The reports that a day is made of. One of each gives every campaign, ad group and keyword by hour
 * and device; {@code /stats}, which would also have today, breaks down by one of them at a time.
 */
public enum ReportType {
  /** Impressions, clicks and cost. */
  AD_DETAIL(16, 180),
  /** Conversions, by method and type. */
  AD_CONVERSION_DETAIL(15, 45);

  private final int columns;
  private final int daysKept;

  ReportType(int columns, int daysKept) {
    this.columns = columns;
    this.daysKept = daysKept;
  }

  /** Columns that NAVER documents; it appends new ones without notice. */
  int columns() {
    return columns;
  }

  /**
   * Whether NAVER still has the report of a day (<a
   * href="https://github.com/naver/searchad-apidoc/issues/191">searchad-apidoc 191</a>).
   *
   * @param today the day now in Asia/Seoul
   */
  public boolean keeps(LocalDate day, LocalDate today) {
    return !day.isBefore(today.minusDays(daysKept));
  }
}
