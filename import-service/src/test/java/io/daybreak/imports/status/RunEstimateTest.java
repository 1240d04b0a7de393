package io.daybreak.imports.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.imports.plan.CallsBefore;
import io.daybreak.imports.plan.PlanConfig;
import io.daybreak.imports.plan.Planner;
import io.daybreak.imports.run.RunState;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Progress and end times by the numbers: 10 calls an account, 20 a key and 4000 rows a second, 5
 * seconds a tab.
 */
class RunEstimateTest {

  private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
  private static final int DAYS = 10;
  private static final long CALLS = 80;
  private static final long ROWS = 20_000;

  private final RunEstimate estimate =
      new RunEstimate(
          new Planner(
              new SmallRyeConfigBuilder()
                  .withMapping(PlanConfig.class)
                  .build()
                  .getConfigMapping(PlanConfig.class)));

  @Test
  void whoWaitsEndsAfterThoseBeforeThem() {
    RunFacts facts = facts(RunState.CREATE_WAITING, 0, 0, 0, 400);

    assertThat(estimate.end(facts)).isEqualTo(NOW.plusSeconds(20 + 5 + 8));
    assertThat(estimate.progress(facts)).isZero();
  }

  @Test
  void aRunGoesOnAtThePaceItHasShown() {
    RunFacts facts = facts(RunState.IMPORTING, 5, ROWS / 2, ROWS / 2, 0);

    assertThat(estimate.end(facts)).isEqualTo(NOW.plusSeconds(50 + 5));
    assertThat(estimate.progress(facts)).isBetween(0.4, 0.5);
  }

  @Test
  void whatIsCollectedOnlyHasToBeWritten() {
    RunFacts facts = facts(RunState.INSERTING, DAYS, ROWS, ROWS / 2, 0);

    assertThat(estimate.end(facts)).isEqualTo(NOW.plusMillis(2500 + 5000));
    assertThat(estimate.progress(facts)).isBetween(0.8, 0.95);
  }

  @Test
  void progressNeverFallsFromStateToState() {
    assertThat(
            List.of(
                estimate.progress(facts(RunState.CREATE_WAITING, 0, 0, 0, 0)),
                estimate.progress(facts(RunState.CREATING, 0, 0, 0, 0)),
                estimate.progress(facts(RunState.IMPORTING, 0, 0, 0, 0)),
                estimate.progress(facts(RunState.IMPORTING, DAYS, ROWS, 0, 0)),
                estimate.progress(facts(RunState.INSERTING, DAYS, ROWS, 0, 0)),
                estimate.progress(facts(RunState.ADDING, DAYS, ROWS, ROWS, 0)),
                estimate.progress(facts(RunState.SUCCESS, DAYS, ROWS, ROWS, 0))))
        .isSorted()
        .startsWith(0.0)
        .endsWith(1.0);
  }

  @Test
  void whatHasEndedHasNoEstimatedEnd() {
    assertThat(estimate.end(facts(RunState.SUCCESS, DAYS, ROWS, ROWS, 0))).isNull();
    assertThat(estimate.end(facts(RunState.FAILED, 3, 100, 0, 0))).isNull();
  }

  private static RunFacts facts(
      RunState state, int daysDone, long fetched, long written, double callsBefore) {
    return new RunFacts(
        state,
        NOW,
        NOW.minusSeconds(50),
        DAYS,
        daysDone,
        CALLS,
        ROWS,
        fetched,
        written,
        new CallsBefore(callsBefore, callsBefore / 2));
  }
}
