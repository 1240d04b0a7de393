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
   * Conversions of every type and method, carts and page views included. Empty, not 0, for days
   * that are older than NAVER keeps conversions: 45 days with hours, 365 without.
   */
  CONVERSIONS("전환수 (conversions)"),
  /** Purchases that followed the click at once. */
  DIRECT_PURCHASES("직접 구매 전환수 (direct purchases)"),
  /** Purchases within the days that NAVER counts after the click. */
  INDIRECT_PURCHASES("간접 구매 전환수 (indirect purchases)"),
  /** Purchases, direct and indirect. */
  PURCHASES("구매 전환수 (purchases)"),
  /** Won, of direct purchases. */
  DIRECT_REVENUE("직접 구매 매출액 (direct purchase revenue)"),
  /** Won, of indirect purchases. */
  INDIRECT_REVENUE("간접 구매 매출액 (indirect purchase revenue)"),
  /** Won, of purchases. */
  REVENUE("구매 매출액 (purchase revenue)"),
  /** Revenue of purchases in percent of the cost, with two decimals; empty without cost. */
  ROAS("구매 광고수익률 % (purchase ROAS %)"),
  /** {@link #COST} with a header that says where its meaning changes. */
  COST_WITH_VAT_NOTE("비용, 2026-03-30부터 VAT 포함 (cost, with VAT from 2026-03-30)");

  /** Whether it is about purchases, which are summed only where they are asked for. */
  public boolean isOfPurchases() {
    return switch (this) {
      case IMPRESSIONS, CLICKS, COST, COST_WITH_VAT_NOTE, CONVERSIONS -> false;
      case DIRECT_PURCHASES,
          INDIRECT_PURCHASES,
          PURCHASES,
          DIRECT_REVENUE,
          INDIRECT_REVENUE,
          REVENUE,
          ROAS ->
          true;
    };
  }

  /** Whether it comes from the report of conversions. */
  public boolean isOfConversions() {
    return this == CONVERSIONS || isOfPurchases();
  }

  private final Column column;

  Measure(String header) {
    this.column = new Column(header, NUMBER);
  }

  public Column column() {
    return column;
  }
}
