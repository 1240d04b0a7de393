package io.daybreak.imports.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Days as NAVER counts them. */
@ApplicationScoped
public class ImportDays {

  /** The zone of every date and hour of NAVER's statistics. */
  public static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  private final Clock clock;
  private final PlanConfig config;

  ImportDays(Clock clock, PlanConfig config) {
    this.clock = clock;
    this.config = config;
  }

  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), SEOUL);
  }

  /** The last day whose statistics NAVER has: yesterday, or in the first hours the day before. */
  public LocalDate lastDay() {
    ZonedDateTime now = clock.instant().atZone(SEOUL);
    int daysBack = now.toLocalTime().isBefore(config.dayReadyAt()) ? 2 : 1;
    return now.toLocalDate().minusDays(daysBack);
  }
}
