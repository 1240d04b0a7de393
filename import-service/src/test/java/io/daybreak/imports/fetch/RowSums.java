package io.daybreak.imports.fetch;

import static java.math.BigDecimal.ZERO;

import io.daybreak.imports.format.Format;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows, summed by what they are about. */
final class RowSums {

  private RowSums() {}

  /** Impressions, clicks, cost and conversions by the row's dimensions without the names. */
  static Map<List<String>, List<BigDecimal>> of(List<List<String>> rows, Format format) {
    Map<List<String>, List<BigDecimal>> sums = new HashMap<>();
    int names = format.columns().size() - 4;
    for (List<String> row : rows) {
      List<String> key = new ArrayList<>();
      for (int column = 0; column < names; column++) {
        if (!format.columns().get(column).header().matches("(캠페인|광고그룹|키워드) \\(.*")) {
          key.add(row.get(column));
        }
      }
      add(sums, key, row.subList(names, names + 4).toArray(String[]::new));
    }
    return sums;
  }

  /** What the fake NAVER has, summed in another way than the product does. */
  static Map<List<String>, List<BigDecimal>> atSource(
      String customerId, Format format, LocalDate from, LocalDate to) {
    Map<List<String>, List<BigDecimal>> sums = new HashMap<>();
    Campaigns source = new Campaigns(customerId);
    from.datesUntil(to.plusDays(1))
        .forEach(
            day -> {
              for (Campaigns.Shown line : source.shown(day)) {
                add(
                    sums,
                    key(format, day, line.place()),
                    String.valueOf(line.impressions()),
                    String.valueOf(line.clicks()),
                    line.cost().toString(),
                    "0");
              }
              for (Campaigns.Converted line : source.converted(day)) {
                String count = String.valueOf(line.count());
                add(sums, key(format, day, line.place()), "0", "0", "0", count);
              }
            });
    return sums;
  }

  private static List<String> key(Format format, LocalDate day, Campaigns.Place place) {
    String date = day.toString();
    String hour = String.valueOf(place.hour());
    String device = place.device() == 'P' ? "PC" : "MOBILE";
    return switch (format) {
      case NSA_CTD -> List.of(date, hour, device, place.campaign());
      case NSA_GTD -> List.of(date, hour, device, place.campaign(), place.adGroup());
      case NSA_TD ->
          List.of(date, hour, device, place.campaign(), place.adGroup(), place.keyword());
      case NSA_T -> List.of(date, place.campaign(), place.adGroup(), place.keyword());
    };
  }

  private static void add(
      Map<List<String>, List<BigDecimal>> sums, List<String> key, String... numbers) {
    List<BigDecimal> before = sums.getOrDefault(key, List.of());
    List<BigDecimal> after = new ArrayList<>();
    for (int i = 0; i < numbers.length; i++) {
      BigDecimal sum = new BigDecimal(numbers[i]).add(before.isEmpty() ? ZERO : before.get(i));
      after.add(sum.signum() == 0 ? ZERO : sum.stripTrailingZeros());
    }
    sums.put(key, after);
  }
}
