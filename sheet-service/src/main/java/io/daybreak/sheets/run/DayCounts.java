package io.daybreak.sheets.run;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** Numbers of rows by day, and how they are stored: an object with a number for each ISO date. */
public final class DayCounts {

  private DayCounts() {}

  static String write(Map<LocalDate, Long> counts) {
    JsonObject text = new JsonObject();
    new TreeMap<>(counts).forEach((day, count) -> text.put(day.toString(), count));
    return text.encode();
  }

  static Map<LocalDate, Long> read(String text) {
    Map<LocalDate, Long> counts = new TreeMap<>();
    new JsonObject(text)
        .forEach(
            day ->
                counts.put(LocalDate.parse(day.getKey()), ((Number) day.getValue()).longValue()));
    return counts;
  }

  public static Map<LocalDate, Long> plus(Map<LocalDate, Long> some, Map<LocalDate, Long> more) {
    Map<LocalDate, Long> sum = new TreeMap<>(some);
    more.forEach((day, count) -> sum.merge(day, count, Long::sum));
    return sum;
  }

  public static long sum(Map<LocalDate, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
