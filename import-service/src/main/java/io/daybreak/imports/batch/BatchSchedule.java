package io.daybreak.imports.batch;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Starts the batch where no Kubernetes CronJob does it; every replica may try. */
@ApplicationScoped
class BatchSchedule {

  private static final Logger LOG = Logger.getLogger(BatchSchedule.class);

  private final MorningBatch batch;

  BatchSchedule(MorningBatch batch) {
    this.batch = batch;
  }

  /** {@code off} as the value of the key switches it off. */
  @Scheduled(
      cron = "${daybreak.batch.cron:0 30 7 * * ?}",
      timeZone = "Asia/Seoul",
      identity = "morning-batch")
  Uni<Void> start() {
    return batch
        .start("schedule")
        .invoke(
            started ->
                LOG.infof("Batch of %s: %s", started.date(), started.isNew() ? "started" : "known"))
        .replaceWithVoid();
  }
}
