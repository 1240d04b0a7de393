package io.daybreak.imports.format;

import static io.daybreak.imports.format.Dimension.AD_GROUP;
import static io.daybreak.imports.format.Dimension.CAMPAIGN;
import static io.daybreak.imports.format.Dimension.DAY;
import static io.daybreak.imports.format.Dimension.DEVICE;
import static io.daybreak.imports.format.Dimension.HOUR;
import static io.daybreak.imports.format.Dimension.KEYWORD;
import static io.daybreak.imports.format.Dimension.MEDIA;
import static io.daybreak.imports.format.Dimension.REGION;
import static io.daybreak.imports.format.Dimension.SEARCH_TERM;
import static io.daybreak.imports.format.Measure.CLICKS;
import static io.daybreak.imports.format.Measure.CONVERSIONS;
import static io.daybreak.imports.format.Measure.COST;
import static io.daybreak.imports.format.Measure.COST_WITH_VAT_NOTE;
import static io.daybreak.imports.format.Measure.DIRECT_PURCHASES;
import static io.daybreak.imports.format.Measure.DIRECT_REVENUE;
import static io.daybreak.imports.format.Measure.IMPRESSIONS;
import static io.daybreak.imports.format.Measure.INDIRECT_PURCHASES;
import static io.daybreak.imports.format.Measure.INDIRECT_REVENUE;
import static io.daybreak.imports.format.Measure.PURCHASES;
import static io.daybreak.imports.format.Measure.REVENUE;
import static io.daybreak.imports.format.Measure.ROAS;

import io.daybreak.contracts.sheet.RawTabTitle;
import io.daybreak.contracts.sheet.TabLayout;
import io.daybreak.contracts.sheet.TabLayout.Column;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The raw-data formats: one row per combination of the dimensions, with the sums of the measures.
 * The columns are the dimensions' and then the measures', in the order written here; people's
 * reports refer to them by position, so an existing entry never changes. A new format is one more
 * entry and nothing else.
 */
public enum Format {
  /** Campaign x hour x device, 9 columns. */
  NSA_CTD(List.of(DAY, HOUR, DEVICE, CAMPAIGN), counts()),
  /** Ad group x hour x device, 11 columns. */
  NSA_GTD(List.of(DAY, HOUR, DEVICE, CAMPAIGN, AD_GROUP), counts()),
  /** Keyword x hour x device, 13 columns. */
  NSA_TD(List.of(DAY, HOUR, DEVICE, CAMPAIGN, AD_GROUP, KEYWORD), counts()),
  /** Keyword, 11 columns. */
  NSA_T(List.of(DAY, CAMPAIGN, AD_GROUP, KEYWORD), counts()),
  /** Purchases, their revenue and ROAS of each keyword, 18 columns. */
  NSA_TP(List.of(DAY, CAMPAIGN, AD_GROUP, KEYWORD), purchases()),
  /** Purchases, their revenue and ROAS of each ad group, 16 columns. */
  NSA_GP(List.of(DAY, CAMPAIGN, AD_GROUP), purchases()),
  /** What people searched for, by ad group, 9 columns. */
  NSA_GQ(List.of(DAY, CAMPAIGN, AD_GROUP, SEARCH_TERM), shown()),
  /** Ad group x medium x device, 11 columns. */
  NSA_GM(List.of(DAY, DEVICE, CAMPAIGN, AD_GROUP, MEDIA), shownAndConverted()),
  /** Ad group x region, 10 columns. */
  NSA_GR(List.of(DAY, CAMPAIGN, AD_GROUP, REGION), shownAndConverted());

  /** Where a format's numbers come from at NAVER. */
  public enum Source {
    /** Reports with hours and regions, kept for 180 days, their conversions for 45. */
    HOURS,
    /** Reports of whole days, kept for 365 days. */
    DAYS,
    /** Reports of search terms, kept for 180 days. */
    SEARCHES
  }

  /** Row 1 of every raw-data tab. */
  public static final String NOTICE =
      "아래 열의 순서와 머리글을 바꾸지 마세요. 행은 매일 아침 자동으로 갱신됩니다. 오른쪽에 열을 더하거나 필터와 서식을 써도 됩니다. / "
          + "Do not move these columns or change their headers: the rows are updated automatically"
          + " every morning. Columns to the right, filters and formats are yours.";

  private final List<Dimension> dimensions;
  private final List<Measure> measures;
  private final List<Column> columns;

  Format(List<Dimension> dimensions, List<Measure> measures) {
    this.dimensions = dimensions;
    this.measures = measures;
    this.columns =
        Stream.concat(
                dimensions.stream().flatMap(dimension -> dimension.columns().stream()),
                measures.stream().map(Measure::column))
            .toList();
  }

  public List<Dimension> dimensions() {
    return dimensions;
  }

  public List<Measure> measures() {
    return measures;
  }

  public List<Column> columns() {
    return columns;
  }

  public boolean has(Dimension dimension) {
    return dimensions.contains(dimension);
  }

  /**
   * Title of the tab that holds this format's rows of one ad account, {@code NSA_GTD_1000001}: no
   * blank and no quote in it, so that formulas can refer to it as it is.
   */
  public String title(long customerId) {
    return new RawTabTitle(name(), customerId).text();
  }

  /** The tab as sheet-service has to build it. */
  public TabLayout layout(long customerId) {
    return new TabLayout(title(customerId), NOTICE, columns);
  }

  /** Where its numbers come from: hours and regions are had only in the detailed reports. */
  public Source source() {
    if (has(SEARCH_TERM)) {
      return Source.SEARCHES;
    }
    return has(HOUR) || has(REGION) ? Source.HOURS : Source.DAYS;
  }

  /** Days back for which NAVER has the format's impressions, clicks and cost. */
  public int daysKept() {
    return source() == Source.DAYS ? 365 : 180;
  }

  /** Days back for which a second report of each day is fetched. */
  public int secondReportDays() {
    return switch (source()) {
      case HOURS -> 45;
      case DAYS -> 365;
      case SEARCHES -> 180;
    };
  }

  /** The dimension below the ad group; null where there is none. */
  public @Nullable Dimension detail() {
    return dimensions.stream().filter(Format::isDetail).findFirst().orElse(null);
  }

  private static boolean isDetail(Dimension dimension) {
    return switch (dimension) {
      case KEYWORD, SEARCH_TERM, MEDIA, REGION -> true;
      case DAY, HOUR, DEVICE, CAMPAIGN, AD_GROUP -> false;
    };
  }

  private static List<Measure> counts() {
    return List.of(IMPRESSIONS, CLICKS, COST, CONVERSIONS);
  }

  private static List<Measure> shown() {
    return List.of(IMPRESSIONS, CLICKS, COST_WITH_VAT_NOTE);
  }

  private static List<Measure> shownAndConverted() {
    return List.of(IMPRESSIONS, CLICKS, COST_WITH_VAT_NOTE, CONVERSIONS);
  }

  private static List<Measure> purchases() {
    return List.of(
        IMPRESSIONS,
        CLICKS,
        COST_WITH_VAT_NOTE,
        CONVERSIONS,
        DIRECT_PURCHASES,
        INDIRECT_PURCHASES,
        PURCHASES,
        DIRECT_REVENUE,
        INDIRECT_REVENUE,
        REVENUE,
        ROAS);
  }
}
