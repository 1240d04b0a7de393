package io.daybreak.uploads.upload;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Finds what is stuck. Every instance sweeps; the statements are conditional, so it does not matter
 * who comes first.
 */
@ApplicationScoped
public class UploadSweep {

  private final UploadRecovery recovery;
  private final UploadQueue queue;

  UploadSweep(UploadRecovery recovery, UploadQueue queue) {
    this.recovery = recovery;
    this.queue = queue;
  }

  /** One sweep; blocks. */
  @Scheduled(
      every = "${daybreak.csv.sweep-every:5s}",
      identity = "csv-upload-sweep",
      concurrentExecution = ConcurrentExecution.SKIP)
  public void sweep() {
    while (recovery.recoverAny()) {
      // one at a time until there is none
    }
    queue.queueLateOnes().await().atMost(UploadClaims.PATIENCE);
  }
}
