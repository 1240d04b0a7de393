package io.daybreak.imports.format;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a row's cells in the order of its format. */
final class RowWriter {

  /**
   * @param conversions null where nobody knows them any more
   */
  record Sums(long impressions, long clicks, BigDecimal cost, @Nullable Long conversions) {}

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
        case KEYWORD -> addEntity(cells, path.keywordId());
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
    return switch (measure) {
      case IMPRESSIONS -> Long.toString(sums.impressions());
      case CLICKS -> Long.toString(sums.clicks());
      case COST -> plain(sums.cost());
      case CONVERSIONS -> sums.conversions() == null ? "" : Long.toString(sums.conversions());
    };
  }

  /** Without an exponent and without the zeros of {@code 0.0}. */
  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
