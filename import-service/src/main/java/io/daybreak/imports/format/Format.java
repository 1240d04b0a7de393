package io.daybreak.imports.format;

import static io.daybreak.imports.format.Dimension.AD_GROUP;
import static io.daybreak.imports.format.Dimension.CAMPAIGN;
import static io.daybreak.imports.format.Dimension.DAY;
import static io.daybreak.imports.format.Dimension.DEVICE;
import static io.daybreak.imports.format.Dimension.HOUR;
import static io.daybreak.imports.format.Dimension.KEYWORD;
import static io.daybreak.imports.format.Measure.CLICKS;
import static io.daybreak.imports.format.Measure.CONVERSIONS;
import static io.daybreak.imports.format.Measure.COST;
import static io.daybreak.imports.format.Measure.IMPRESSIONS;

import io.daybreak.contracts.sheet.TabLayout;
import io.daybreak.contracts.sheet.TabLayout.Column;
import java.util.List;
import java.util.stream.Stream;

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
  NSA_T(List.of(DAY, CAMPAIGN, AD_GROUP, KEYWORD), counts());

  /** Row 1 of every raw-data tab. */
  public static final String NOTICE =
      "이 탭의 이름과 열을 변경하지 마세요. 보고서가 이 탭을 참조하며, 행은 매일 아침 자동으로 갱신됩니다. / "
          + "Do not rename this tab or change its columns: reports refer to them, and the rows are"
          + " updated automatically every morning.";

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
    return name() + "_" + customerId;
  }

  /** The tab as sheet-service has to build it. */
  public TabLayout layout(long customerId) {
    return new TabLayout(title(customerId), NOTICE, columns);
  }

  private static List<Measure> counts() {
    return List.of(IMPRESSIONS, CLICKS, COST, CONVERSIONS);
  }
}
