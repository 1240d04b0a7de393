package io.daybreak.simulators.naver.stats;

import io.daybreak.simulators.naver.performance.Place;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How {@code /stats} can split its numbers. */
enum Breakdown {
  DEVICE("pcMblTp"),
  WEEKDAY("dayw"),
  HOUR("hh24"),
  REGION("regnNo");

  /** Longest range of days with a breakdown. */
  static final int LARGEST_RANGE = 7;

  private final String parameter;

  Breakdown(String parameter) {
    this.parameter = parameter;
  }

  static Optional<Breakdown> of(String name) {
    return Arrays.stream(values()).filter(value -> value.parameter.equals(name)).findFirst();
  }

  String nameAt(Place place) {
    return switch (this) {
      case DEVICE -> place.device() == 'P' ? "PC" : "모바일";
      case WEEKDAY -> place.day().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.KOREAN);
      case HOUR -> "%02d시~%02d시".formatted(place.hour(), place.hour() + 1);
      case REGION -> place.region();
    };
  }
}
