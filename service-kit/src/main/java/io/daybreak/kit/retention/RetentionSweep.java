package io.daybreak.kit.retention;

import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.work.ExclusiveWork;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Deletes what is old, once an hour, in one process of the cluster. */
@ApplicationScoped
class RetentionSweep {

  private static final Duration CLAIM = Duration.ofMinutes(1);

  private final List<Retention> tables;
  private final ExclusiveWork alone;
  private final BlockingSql sql;
  private final RetentionSettings settings;

  RetentionSweep(
      @All List<Retention> tables,
      ExclusiveWork alone,
      BlockingSql sql,
      RetentionSettings settings) {
    this.tables = tables;
    this.alone = alone;
    this.sql = sql;
    this.settings = settings;
  }

  @Scheduled(
      every = "1h",
      delayed = "5m",
      identity = "retention",
      concurrentExecution = ConcurrentExecution.SKIP)
  void sweep() {
    alone.run("retention", CLAIM, claim -> tables.forEach(table -> deleteOld(table, claim::held)));
  }

  /** A table that fails keeps no other from its turn. */
  private void deleteOld(Retention table, BooleanSupplier may) {
    try {
      long deleted = 0;
      int batch = settings.batch();
      while (batch == settings.batch() && may.getAsBoolean()) {
        batch = sql.changed(table.statement(), table.age(), settings.batch());
        deleted += batch;
      }
      if (deleted > 0) {
        Log.infof("%d %s were deleted, older than %s", deleted, table.what(), table.age());
      }
    } catch (RuntimeException e) { // the edge of the table
      Log.errorf(e, "Old %s could not be deleted", table.what());
    }
  }
}
