package io.daybreak.imports.format;

import static io.daybreak.contracts.sheet.TabLayout.CellType.NUMBER;

import io.daybreak.contracts.sheet.TabLayout.Column;

/** What a format counts; every measure is a sum over the reports' rows of one key. */
public enum Measure {
  IMPRESSIONS("노출수 (impressions)"),
  CLICKS("클릭수 (clicks)"),
  /**
   * Won. Up to and including 2026-03-29 without VAT and with decimals, from 2026-03-30 on with VAT
   * and whole: that is how NAVER reports it, and the sums keep it exactly (<a
   * href="https://github.com/naver/searchad-apidoc/issues/1394">searchad-apidoc 1394</a>).
   */
  COST("비용 (cost)"),
  /**
   * Conversions of every type and method. Empty, not 0, for days that are older than NAVER keeps
   * conversions with hours (45 days).
   */
  CONVERSIONS("전환수 (conversions)");

  private final Column column;

  Measure(String header) {
    this.column = new Column(header, NUMBER);
  }

  public Column column() {
    return column;
  }
}
