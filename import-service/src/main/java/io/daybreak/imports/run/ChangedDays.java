package io.daybreak.imports.run;

import io.daybreak.contracts.sheet.ChangedDay;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Days whose rows people have changed in the tab, as they are stored and as the log tells them. */
public final class ChangedDays {

  private ChangedDays() {}

  /** An array of objects with {@code day}, {@code written} and {@code found}; null for none. */
  static @Nullable JsonArray json(@Nullable List<ChangedDay> days) {
    if (days == null || days.isEmpty()) {
      return null;
    }
    JsonArray array = new JsonArray();
    days.forEach(
        day ->
            array.add(
                new JsonObject()
                    .put("day", day.day().toString())
                    .put("written", day.written())
                    .put("found", day.found())));
    return array;
  }

  /** What {@link #json} made. */
  public static List<ChangedDay> of(@Nullable JsonArray stored) {
    return stored == null
        ? List.of()
        : stored.stream()
            .map(JsonObject.class::cast)
            .map(
                day ->
                    new ChangedDay(
                        LocalDate.parse(day.getString("day")),
                        day.getLong("written"),
                        day.getLong("found")))
            .toList();
  }

  static @Nullable String words(@Nullable List<ChangedDay> days) {
    return days == null || days.isEmpty()
        ? null
        : days.stream()
            .map(day -> "%s (%d of %d)".formatted(day.day(), day.found(), day.written()))
            .collect(Collectors.joining(", "));
  }
}
