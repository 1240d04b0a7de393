package io.daybreak.imports.report;

import java.time.LocalDate;

/**
 * The reports that days are made of, with the columns that are read, numbered from 0 as in the
 * section StatReport of <a href="https://naver.github.io/searchad-apidoc/">searchad-apidoc</a>.
 * Column 2 is the campaign and 3 the ad group in each.
 */
public enum ReportType {
  /** Impressions, clicks and cost by hour and region. */
  AD_DETAIL(16, 180, new Columns(4, 7, 8, 9, 10, 11)),
  /** Conversions, by method and type, by hour and region. */
  AD_CONVERSION_DETAIL(15, 45, new Columns(4, 7, 8, 9, 10, 11)),
  /** Impressions, clicks and cost of the whole day: fewer lines, and kept for longer. */
  AD(14, 365, new Columns(4, -1, -1, 7, 8, 9)),
  /** Conversions, by method and type, of the whole day. */
  AD_CONVERSION(13, 365, new Columns(4, -1, -1, 7, 8, 9)),
  /** What people searched for where ads with keywords were shown. */
  EXPKEYWORD(12, 365, new Columns(4, -1, -1, 5, 6, 8)),
  /** What people searched for where shopping ads were shown. */
  SHOPPINGKEYWORD_DETAIL(16, 180, new Columns(4, 7, 8, 9, 10, 11));

  private final int columns;
  private final int daysKept;
  private final Columns places;

  ReportType(int columns, int daysKept, Columns places) {
    this.columns = columns;
    this.daysKept = daysKept;
    this.places = places;
  }

  /**
   * Where a line has what; -1 where it has no such column.
   *
   * @param word id of the keyword, or what was searched for
   * @param numbers the first number: impressions, or the method of conversions
   */
  record Columns(int word, int hour, int region, int media, int device, int numbers) {}

  /** Columns that NAVER documents; it appends new ones without notice. */
  int columns() {
    return columns;
  }

  Columns places() {
    return places;
  }

  /** Whether its lines are conversions; else they are impressions, clicks and cost. */
  public boolean isOfConversions() {
    return this == AD_CONVERSION_DETAIL || this == AD_CONVERSION;
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
