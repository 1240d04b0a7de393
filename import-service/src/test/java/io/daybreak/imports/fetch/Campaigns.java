package io.daybreak.imports.fetch;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A small account, generated from its number; the source that imports are compared with. */
final class Campaigns {

  /** A line of the performance report, before it becomes text. */
  record Shown(Place place, long impressions, long clicks, BigDecimal cost) {}

  /** A line of the conversion report, before it becomes text. */
  record Converted(Place place, long count) {}

  /** Where and when something happened. */
  record Place(String campaign, String adGroup, String keyword, int hour, char device) {}

  private static final int LINES = 300;

  private final long seed;

  Campaigns(String customerId) {
    this.seed = Long.parseLong(customerId);
  }

  List<Shown> shown(LocalDate day) {
    Random random = new Random(seed + day.toEpochDay());
    List<Shown> lines = new ArrayList<>();
    for (int line = 0; line < LINES; line++) {
      BigDecimal cost = BigDecimal.valueOf(random.nextInt(100_000), line % 2);
      lines.add(new Shown(place(random), random.nextInt(500), random.nextInt(20), cost));
    }
    return lines;
  }

  List<Converted> converted(LocalDate day) {
    Random random = new Random(seed - day.toEpochDay());
    List<Converted> lines = new ArrayList<>();
    for (int line = 0; line < LINES / 10; line++) {
      lines.add(new Converted(place(random), 1 + random.nextInt(3)));
    }
    return lines;
  }

  /** The name, or null of what was deleted. */
  static String nameOf(String id) {
    return id.endsWith("9") ? null : "이름, \"" + id + "\"";
  }

  String report(String type, LocalDate day) {
    StringBuilder report = new StringBuilder();
    String date = DateTimeFormatter.BASIC_ISO_DATE.format(day);
    if (type.equals("AD_DETAIL")) {
      for (Shown line : shown(day)) {
        report
            .append(head(date, line.place()))
            .append(
                "\t%d\t%d\t%s\t7\t0\n".formatted(line.impressions(), line.clicks(), line.cost()));
      }
    } else {
      for (Converted line : converted(day)) {
        report
            .append(head(date, line.place()))
            .append("\t1\tpurchase\t%d\t9900\n".formatted(line.count()));
      }
    }
    return report.toString();
  }

  private static String head(String date, Place place) {
    return String.join(
        "\t",
        date,
        "1000001",
        place.campaign(),
        place.adGroup(),
        place.keyword(),
        "nad-1",
        "bsn-1",
        "%02d".formatted(place.hour()),
        "09",
        "8753",
        String.valueOf(place.device()));
  }

  private static Place place(Random random) {
    int campaign = random.nextInt(2);
    int adGroup = random.nextInt(3);
    int keyword = random.nextInt(10);
    return new Place(
        "cmp-" + campaign,
        "grp-" + campaign + adGroup,
        keyword == 0 ? "-" : "nkw-" + campaign + adGroup + keyword,
        random.nextInt(24),
        random.nextBoolean() ? 'P' : 'M');
  }
}
