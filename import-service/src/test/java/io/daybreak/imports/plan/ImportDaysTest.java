package io.daybreak.imports.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ImportDaysTest {

  @Test
  void theLastDayIsYesterdayInSeoul() {
    assertThat(at("2026-11-21T14:59:00Z").lastDay()).isEqualTo(LocalDate.of(2026, 11, 20));
    assertThat(at("2026-11-21T14:59:00Z").today()).isEqualTo(LocalDate.of(2026, 11, 21));
    assertThat(at("2026-11-21T19:00:00Z").lastDay()).isEqualTo(LocalDate.of(2026, 11, 21));
  }

  @Test
  void inTheFirstHoursYesterdayIsNotReadyYet() {
    assertThat(at("2026-11-21T15:00:00Z").lastDay()).isEqualTo(LocalDate.of(2026, 11, 20));
    assertThat(at("2026-11-21T18:59:59Z").lastDay()).isEqualTo(LocalDate.of(2026, 11, 20));
  }

  private static ImportDays at(String moment) {
    PlanConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(PlanConfig.class)
            .build()
            .getConfigMapping(PlanConfig.class);
    return new ImportDays(Clock.fixed(Instant.parse(moment), ZoneOffset.UTC), config);
  }
}
