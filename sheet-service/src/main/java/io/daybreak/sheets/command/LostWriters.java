package io.daybreak.sheets.command;

import io.daybreak.sheets.run.LostRun;
import io.daybreak.sheets.run.RunSteps;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends the runs of instances that died with a command in hand. */
@ApplicationScoped
class LostWriters {

  private final RunSteps steps;
  private final StagingRemoval removal;

  LostWriters(RunSteps steps, StagingRemoval removal) {
    this.steps = steps;
    this.removal = removal;
  }

  /** On every replica; one conditional update decides whose it is. */
  @Scheduled(
      every = "{daybreak.tab-writes.sweep-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void sweep() {
    for (LostRun run : steps.failExpired()) {
      Log.warnf("Run %s failed: its writer went away", run.runId());
      removal.removeLeftovers(run.spreadsheetId());
    }
  }
}
