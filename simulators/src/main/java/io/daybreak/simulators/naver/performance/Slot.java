package io.daybreak.simulators.naver.performance;

import io.daybreak.simulators.naver.account.Account;
import io.daybreak.simulators.naver.account.Target;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The rows of one target in one hour on one device: at least one row of either report. All chance
 * comes from the account's seed, the day and the slot, so that each report can be made on its own.
 */
final class Slot {

  private static final List<String> CONVERSION_TYPES =
      List.of("purchase", "sign_up", "add_to_cart", "lead", "custom001", "view_content");

  private final LocalDate day;
  private final Target target;
  private final int hour;
  private final char device;
  private final SplittableRandom random;
  private final List<PerformanceRow> performance = new ArrayList<>(2);
  private final List<ConversionRow> conversions = new ArrayList<>(1);

  /**
   * @param number of the slot within the account's day
   */
  Slot(Account account, LocalDate day, int number) {
    this.day = day;
    this.target = account.targets().get(number / Target.SLOTS);
    this.hour = number % Target.SLOTS / 2;
    this.device = number % 2 == 0 ? 'P' : 'M';
    this.random =
        new SplittableRandom(
            account.spec().seed() ^ account.customerId() << 40 ^ day.toEpochDay() << 24 ^ number);
    fill();
  }

  List<PerformanceRow> performance() {
    return performance;
  }

  List<ConversionRow> conversions() {
    return conversions;
  }

  private void fill() {
    boolean onlyLateConversions = random.nextInt(100) == 0;
    if (!onlyLateConversions) {
      Place place = somewhere();
      shown(place);
      int more = random.nextInt(100);
      if (more < 5) {
        shown(place); // the same key once more
      } else if (more < 20) {
        shown(somewhere());
      }
    }
    boolean clicked = performance.stream().anyMatch(row -> row.clicks() > 0);
    if (onlyLateConversions || clicked && random.nextInt(100) < 25) {
      Place place = performance.isEmpty() ? somewhere() : performance.get(0).place();
      ConversionRow row = converted(place);
      conversions.add(row);
      if (random.nextInt(100) < 10) {
        conversions.add(new ConversionRow(place, row.method(), row.type(), 1, 9_900));
      }
    }
  }

  private Place somewhere() {
    int region = random.nextInt(20);
    return new Place(
        day,
        target,
        target.ads().get(random.nextInt(target.ads().size())),
        hour,
        region == 18 ? "-1" : region == 19 ? "99" : "%02d".formatted(region),
        media(),
        device);
  }

  private String media() {
    boolean shopping = !target.adGroup().campaign().type().hasKeywords();
    return device == 'P' ? (shopping ? "11068" : "27758") : (shopping ? "33421" : "8753");
  }

  private void shown(Place place) {
    int busy = hour < 7 ? 5 : hour < 20 ? 60 : 30;
    long impressions = random.nextInt(1, busy + 1);
    long clicks = random.nextInt(3) == 0 ? random.nextLong(0, impressions / 4 + 2) : 0;
    clicks = Math.min(clicks, impressions);
    performance.add(
        new PerformanceRow(
            place,
            impressions,
            clicks,
            CostForm.cost(day, clicks, target.adGroup().bid()),
            impressions * random.nextInt(1, 6),
            0));
  }

  private ConversionRow converted(Place place) {
    String type = CONVERSION_TYPES.get(random.nextInt(CONVERSION_TYPES.size()));
    long count = random.nextInt(1, 4);
    long sales = type.equals("purchase") ? count * 1_000 * random.nextInt(5, 80) : 0;
    return new ConversionRow(place, random.nextInt(1, 3), type, count, sales);
  }
}
