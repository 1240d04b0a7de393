package io.daybreak.sheets.command;

import io.daybreak.sheets.failure.FailureException;
import io.daybreak.sheets.run.Leases;
import io.daybreak.sheets.run.LostRun;
import io.daybreak.sheets.run.RunSteps;
import io.daybreak.sheets.run.TabWrite;
import io.daybreak.sheets.run.TabWrites;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Ends the runs of instances that died with a claimed command. Where that command was about to
 * publish, it is looked first whether the rows are in the tab.
 */
@ApplicationScoped
class LostWriters {

  private final RunSteps steps;
  private final StagingRemoval removal;
  private final TabWrites writes;
  private final Leases leases;
  private final TabFinishing finishing;

  LostWriters(
      RunSteps steps,
      StagingRemoval removal,
      TabWrites writes,
      Leases leases,
      TabFinishing finishing) {
    this.steps = steps;
    this.removal = removal;
    this.writes = writes;
    this.leases = leases;
    this.finishing = finishing;
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
    for (TabWrite write : writes.takePublishing()) {
      settle(write);
    }
    steps.forgetRows();
  }

  private void settle(TabWrite write) {
    try (Leases.Held lease = leases.hold(write)) {
      finishing.settle(write);
    } catch (FailureException e) {
      Log.infof("Run %s failed: %s", write.runId(), e.getMessage());
      steps.failed(write, e.failure());
      removal.removeLeftovers(write.spreadsheetId());
    }
  }
}
