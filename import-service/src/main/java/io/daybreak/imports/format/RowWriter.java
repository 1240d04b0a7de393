package io.daybreak.imports.format;

import io.daybreak.imports.format.PurchaseSums.Purchases;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a row's cells in the order of its format. */
final class RowWriter {

  /**
   * @param conversions null where nobody knows them any more
   */
  record Sums(
      long impressions,
      long clicks,
      BigDecimal cost,
      @Nullable Long conversions,
      Purchases purchases) {}

  private final Format format;
  private final String day;
  private final EntityNames names;

  RowWriter(Format format, LocalDate day, EntityNames names) {
    this.format = format;
    this.day = day.toString();
    this.names = names;
  }

  List<String> row(EntityPaths.Path path, int hour, char device, Sums sums) {
    List<String> cells = new ArrayList<>(format.columns().size());
    for (Dimension dimension : format.dimensions()) {
      switch (dimension) {
        case DAY -> cells.add(day);
        case HOUR -> cells.add(Integer.toString(hour));
        case DEVICE -> cells.add(deviceName(device));
        case CAMPAIGN -> addEntity(cells, path.campaignId());
        case AD_GROUP -> addEntity(cells, path.adGroupId());
        case KEYWORD -> addEntity(cells, path.detail());
        case SEARCH_TERM, MEDIA, REGION -> cells.add(path.detail());
      }
    }
    format.measures().forEach(measure -> cells.add(number(measure, sums)));
    return cells;
  }

  private void addEntity(List<String> cells, String id) {
    cells.add(id);
    cells.add(id.equals(Dimension.NO_KEYWORD) ? id : names.nameOf(id));
  }

  /** A mark that NAVER may add one day is shown as it comes. */
  private static String deviceName(char device) {
    return switch (device) {
      case 'P' -> "PC";
      case 'M' -> "MOBILE";
      default -> String.valueOf(device);
    };
  }

  private static String number(Measure measure, Sums sums) {
    if (measure.isOfConversions() && sums.conversions() == null) {
      return "";
    }
    return switch (measure) {
      case IMPRESSIONS -> Long.toString(sums.impressions());
      case CLICKS -> Long.toString(sums.clicks());
      case COST, COST_WITH_VAT_NOTE -> plain(sums.cost());
      case CONVERSIONS -> String.valueOf(sums.conversions());
      case DIRECT_PURCHASES -> Long.toString(sums.purchases().direct());
      case INDIRECT_PURCHASES -> Long.toString(sums.purchases().indirect());
      case PURCHASES -> Long.toString(sums.purchases().count());
      case DIRECT_REVENUE -> Long.toString(sums.purchases().directRevenue());
      case INDIRECT_REVENUE -> Long.toString(sums.purchases().indirectRevenue());
      case REVENUE -> Long.toString(sums.purchases().revenue());
      case ROAS -> percent(sums.purchases().revenue(), sums.cost());
    };
  }

  private static String percent(long part, BigDecimal whole) {
    return whole.signum() == 0
        ? ""
        : plain(
            BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(100))
                .divide(whole, 2, RoundingMode.HALF_UP));
  }

  /** Without an exponent and without the zeros of {@code 0.0}. */
  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
