package io.daybreak.simulators.naver.report;

import io.daybreak.simulators.naver.performance.ConversionRow;
import io.daybreak.simulators.naver.performance.PerformanceRow;
import io.daybreak.simulators.naver.performance.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A day's rows without hour and region, as the reports AD and AD_CONVERSION have them: those of
 * equal keyword, ad, medium and device are one, but for those of the first hour, which are lines of
 * their own: keys can occur twice (searchad-apidoc 1455).
 */
final class DailyRows {

  private DailyRows() {}

  static Stream<PerformanceRow> performance(Stream<PerformanceRow> detailed) {
    Map<List<Object>, PerformanceRow> rows = new LinkedHashMap<>();
    detailed.forEach(
        row ->
            rows.merge(
                key(row.place()),
                row,
                (one, other) ->
                    new PerformanceRow(
                        one.place(),
                        one.impressions() + other.impressions(),
                        one.clicks() + other.clicks(),
                        one.cost().add(other.cost()),
                        one.rankSum() + other.rankSum(),
                        one.views() + other.views())));
    return rows.values().stream();
  }

  static Stream<ConversionRow> conversions(Stream<ConversionRow> detailed) {
    Map<List<Object>, ConversionRow> rows = new LinkedHashMap<>();
    detailed.forEach(
        row ->
            rows.merge(
                List.of(key(row.place()), row.method(), row.type()),
                row,
                (one, other) ->
                    new ConversionRow(
                        one.place(),
                        one.method(),
                        one.type(),
                        one.count() + other.count(),
                        one.sales() + other.sales())));
    return rows.values().stream();
  }

  private static List<Object> key(Place place) {
    return List.of(
        place.target().adGroup().id(),
        place.target().keywordId(),
        place.ad().id(),
        place.media(),
        place.device(),
        place.hour() == 0);
  }
}
