package io.daybreak.imports.status;

import io.daybreak.imports.plan.Planner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a run is, and when it will end. */
@ApplicationScoped
class RunEstimate {

  private static final double TAB_READY = 0.05;
  private static final double FETCHED = 0.80;
  private static final double WRITTEN = 0.95;

  private final Planner planner;

  RunEstimate(Planner planner) {
    this.planner = planner;
  }

  /** 0 to 1; of a failed run how far it came. */
  double progress(RunFacts facts) {
    double fetched =
        TAB_READY + (FETCHED - TAB_READY) * facts.daysDone() / Math.max(1, facts.days());
    return switch (facts.state()) {
      case CREATE_WAITING, UPDATE_WAITING -> 0;
      case CREATING -> TAB_READY / 2;
      case IMPORTING -> fetched;
      case FAILED -> facts.claimedAt() == null ? 0 : fetched;
      case INSERTING -> FETCHED + (WRITTEN - FETCHED) * writtenShare(facts);
      case ADDING -> WRITTEN;
      case SUCCESS -> 1;
    };
  }

  /** Null once the run has ended. */
  @Nullable Instant end(RunFacts facts) {
    return facts.state().ended()
        ? null
        : facts.seenAt().plusMillis((long) (1000 * secondsLeft(facts)));
  }

  private double secondsLeft(RunFacts facts) {
    double asPlanned =
        planner.waitSeconds(facts.callsBefore())
            + planner.seconds(facts.planCalls(), facts.planRows());
    return switch (facts.state()) {
      case CREATE_WAITING, UPDATE_WAITING, CREATING -> asPlanned;
      case IMPORTING -> secondsOfImport(facts, asPlanned);
      case INSERTING ->
          planner.writeSeconds(facts.rowsFetched() - facts.rowsWritten()) + planner.tabSeconds();
      case ADDING -> planner.tabSeconds();
      case SUCCESS, FAILED -> 0;
    };
  }

  /** The days to come take as long as those that are done. */
  private double secondsOfImport(RunFacts facts, double asPlanned) {
    Double perDay = facts.secondsPerDay();
    if (perDay == null) {
      return asPlanned;
    }
    double fetching = perDay * (facts.days() - facts.daysDone());
    double writing = planner.writeSeconds(facts.expectedRows() - facts.rowsWritten());
    return Math.max(fetching, writing) + planner.tabSeconds();
  }

  private static double writtenShare(RunFacts facts) {
    return facts.rowsFetched() == 0 ? 1 : (double) facts.rowsWritten() / facts.rowsFetched();
  }
}
