package io.daybreak.imports.fetch;

import io.daybreak.imports.fetch.DayHistory.Day;
import io.daybreak.imports.format.DaySums;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Says whether a day can be as NAVER gives it. NAVER answers that there are no data for days that
 * have some, and builds reports before it has everything (<a
 * href="https://github.com/naver/searchad-apidoc/issues/1315">searchad-apidoc 1315</a>, 495, 213
 * and 471): a day that vanishes, or shrinks by much, is not believed until NAVER has stayed by it.
 */
final class DayCheck {

  /** Same weekdays from which there is a usual one; they are looked for in five weeks. */
  private static final int WEEKDAYS = 2;

  private static final int WEEKS = 5;

  /** Days before from which a day without any data is unusual. */
  private static final int DAYS = 3;

  private static final int DAYS_BEFORE = 7;

  private final DayHistory history;
  private final DoubtConfig config;
  private final LocalDate today;
  private final Instant now;

  /** What the tab holds, and what this run has read by now. */
  private final NavigableMap<LocalDate, Day> known;

  DayCheck(DayHistory history, DoubtConfig config, LocalDate today, Instant now) {
    this.history = history;
    this.config = config;
    this.today = today;
    this.now = now;
    this.known = new TreeMap<>(history.held());
  }

  /** Whether the day is to be believed; one that is counts for those after it. */
  boolean believes(LocalDate day, DaySums sums) {
    Day answer = new Day(sums.rows(), sums.impressions());
    boolean doubtful = isDoubtful(day, answer) && !isSettled(day, answer);
    if (!doubtful) {
      known.put(day, answer);
    }
    return !doubtful;
  }

  private boolean isDoubtful(LocalDate day, Day answer) {
    Day held = history.held().get(day);
    if (held != null && held.rows() > 0) {
      return answer.rows() == 0 || shrinks(answer, held);
    }
    if (day.isBefore(today.minusDays(config.days()))) {
      return false;
    }
    List<Day> weekdays = sameWeekdays(day);
    if (weekdays.size() >= WEEKDAYS) {
      Day usual = median(weekdays);
      return matters(usual) && (answer.rows() == 0 || shrinks(answer, usual));
    }
    List<Day> before = daysBefore(day);
    return answer.rows() == 0 && before.size() >= DAYS && matters(median(before));
  }

  private boolean shrinks(Day answer, Day whole) {
    return answer.shareOf(whole) < 1 - config.shrinkTolerated();
  }

  private boolean matters(Day usual) {
    return usual.rows() > 0
        && (usual.impressions() == null || usual.impressions() >= config.leastImpressions());
  }

  /** Where NAVER says that there is nothing, the rows in the tab are worth more. */
  private boolean isSettled(LocalDate day, Day answer) {
    Day held = history.held().get(day);
    if (answer.rows() == 0 && held != null && held.rows() > 0) {
      return false;
    }
    return history.doubts().stream()
        .anyMatch(
            doubt ->
                doubt.day().equals(day)
                    && doubt.answer().equals(answer)
                    && doubt.since().isBefore(now.minus(config.settled())));
  }

  private List<Day> sameWeekdays(LocalDate day) {
    List<Day> days = new ArrayList<>();
    for (int weeks = 1; weeks <= WEEKS; weeks++) {
      Day same = known.get(day.minusWeeks(weeks));
      if (same != null) {
        days.add(same);
      }
    }
    return days;
  }

  private List<Day> daysBefore(LocalDate day) {
    return List.copyOf(known.subMap(day.minusDays(DAYS_BEFORE), true, day, false).values());
  }

  private static Day median(List<Day> days) {
    return days.stream()
        .sorted((one, other) -> Long.compare(size(one), size(other)))
        .skip((days.size() - 1) / 2)
        .findFirst()
        .orElseThrow();
  }

  private static long size(Day day) {
    Long impressions = day.impressions();
    return impressions == null ? day.rows() : impressions;
  }
}
