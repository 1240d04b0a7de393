package io.daybreak.simulators.naver.stats;

import io.daybreak.simulators.kernel.Call;
import io.daybreak.simulators.naver.refusal.Refusals;
import io.daybreak.simulators.naver.refusal.RefusedException;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/** A range of days in Seoul, both ends included. */
record Days(LocalDate from, LocalDate to) {

  /** Longest range without a breakdown: searchad-apidoc issue 224. */
  private static final int LARGEST_RANGE = 92;

  private static final int YEARS_KEPT = 2;

  /** From {@code timeRange} or {@code datePreset}, of which exactly one must be given. */
  static Days of(Call call, LocalDate today) {
    String range = call.parameter("timeRange");
    String preset = call.parameter("datePreset");
    if ((range == null) == (preset == null)) {
      throw new RefusedException(Refusals.badParameter());
    }
    Days days = range == null ? preset(String.valueOf(preset), today) : parsed(range);
    if (days.from.isAfter(days.to)) {
      throw new RefusedException(Refusals.badParameter());
    }
    if (days.length() > LARGEST_RANGE || days.from.isBefore(today.minusYears(YEARS_KEPT))) {
      throw new RefusedException(Refusals.outOfRetention());
    }
    return days;
  }

  private static Days parsed(String range) {
    try {
      var json = new JsonObject(range);
      return new Days(
          LocalDate.parse(json.getString("since", "")),
          LocalDate.parse(json.getString("until", "")));
    } catch (DecodeException | DateTimeParseException | ClassCastException wrong) {
      throw new RefusedException(Refusals.badParameter());
    }
  }

  private static Days preset(String name, LocalDate today) {
    LocalDate yesterday = today.minusDays(1);
    LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate month = today.withDayOfMonth(1);
    LocalDate quarter = today.with(IsoFields.DAY_OF_QUARTER, 1);
    return switch (name) {
      case "today" -> new Days(today, today);
      case "yesterday" -> new Days(yesterday, yesterday);
      case "last7days" -> new Days(today.minusDays(7), yesterday);
      case "last30days" -> new Days(today.minusDays(30), yesterday);
      case "lastweek" -> new Days(monday.minusWeeks(1), monday.minusDays(1));
      case "lastmonth" -> new Days(month.minusMonths(1), month.minusDays(1));
      case "lastquarter" -> new Days(quarter.minusMonths(3), quarter.minusDays(1));
      default -> throw new RefusedException(Refusals.badParameter());
    };
  }

  long length() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }
}
