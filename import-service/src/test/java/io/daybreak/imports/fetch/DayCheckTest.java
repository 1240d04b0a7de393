package io.daybreak.imports.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.imports.fetch.DayHistory.Day;
import io.daybreak.imports.fetch.DayHistory.Doubt;
import io.daybreak.imports.format.DaySums;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which days are believed. */
class DayCheckTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
  private static final LocalDate YESTERDAY = TODAY.minusDays(1);
  private static final Instant NOW = Instant.parse("2026-11-27T23:00:00Z");
  private static final DoubtConfig CONFIG =
      new SmallRyeConfigBuilder()
          .addDiscoveredConverters()
          .withMapping(DoubtConfig.class)
          .build()
          .getConfigMapping(DoubtConfig.class);

  private final NavigableMap<LocalDate, Day> held = new TreeMap<>();
  private final List<Doubt> doubts = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"0, 0, false", "50, 500, false", "61, 610, true", "100, 1000, true", "9, 4000, true"})
  void aDayMayNotShrinkByMuchAgainstWhatTheTabHolds(long rows, long impressions, boolean believed) {
    held.put(YESTERDAY, new Day(100, 1000L));

    assertThat(check().believes(YESTERDAY, sums(rows, impressions))).isEqualTo(believed);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, false", "50, 500, false", "80, 800, true"})
  void aNewDayIsComparedWithTheSameWeekdays(long rows, long impressions, boolean believed) {
    for (int weeks = 1; weeks <= 4; weeks++) {
      held.put(YESTERDAY.minusWeeks(weeks), new Day(100, 1000L));
    }

    assertThat(check().believes(YESTERDAY, sums(rows, impressions))).isEqualTo(believed);
  }

  @Test
  void aWeekdayOnWhichNothingIsShownIsUsual() {
    for (int days = 1; days <= 28; days++) {
      LocalDate day = YESTERDAY.minusDays(days);
      held.put(
          day, day.getDayOfWeek() == YESTERDAY.getDayOfWeek() ? new Day(0, 0L) : new Day(9, 900L));
    }

    assertThat(check().believes(YESTERDAY, sums(0, 0))).isTrue();
  }

  @Test
  void aDayWithoutDataIsDoubtedWhereTheDaysBeforeHaveSome() {
    DayCheck check = check();
    for (int days = 4; days > 1; days--) {
      assertThat(check.believes(TODAY.minusDays(days), sums(100, 1000))).isTrue();
    }

    assertThat(check.believes(YESTERDAY, sums(0, 0))).isFalse();
  }

  @Test
  void theFirstDaysOfAnAccountAndOldOnesAreBelieved() {
    assertThat(check().believes(YESTERDAY, sums(0, 0))).isTrue();
    held.put(TODAY.minusDays(41), new Day(100, 1000L));
    held.put(TODAY.minusDays(34), new Day(100, 1000L));
    assertThat(check().believes(TODAY.minusDays(20), sums(0, 0))).isTrue();
  }

  @Test
  void whatNaverStaysByIsBelievedUnlessTheTabKnowsBetter() {
    held.put(YESTERDAY, new Day(100, 1000L));
    LocalDate before = YESTERDAY.minusDays(1);
    held.put(before, new Day(100, 1000L));
    Instant longAgo = NOW.minus(Duration.ofHours(3));
    doubts.add(new Doubt(YESTERDAY, new Day(10, 100L), longAgo));
    doubts.add(new Doubt(before, new Day(0, 0L), longAgo));

    assertThat(check().believes(YESTERDAY, sums(10, 100))).isTrue();
    assertThat(check().believes(YESTERDAY, sums(11, 101))).isFalse();
    assertThat(check().believes(before, sums(0, 0))).isFalse();
  }

  @Test
  void oneAnswerAMomentAgoIsNotStayingByIt() {
    held.put(YESTERDAY, new Day(100, 1000L));
    doubts.add(new Doubt(YESTERDAY, new Day(10, 100L), NOW.minus(Duration.ofMinutes(10))));

    assertThat(check().believes(YESTERDAY, sums(10, 100))).isFalse();
  }

  private DayCheck check() {
    return new DayCheck(new DayHistory(held, doubts), CONFIG, TODAY, NOW);
  }

  private static DaySums sums(long rows, long impressions) {
    return new DaySums(rows, impressions, 0, BigDecimal.ZERO, 0L, 0L);
  }
}
