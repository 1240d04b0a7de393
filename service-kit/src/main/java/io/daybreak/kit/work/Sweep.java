package io.daybreak.kit.work;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The one sweep of a service, on every replica. */
@ApplicationScoped
public class Sweep {

  private final List<Expiring> beans;

  Sweep(@All List<Expiring> beans) {
    this.beans = beans;
  }

  /** Lets every bean expire what is lost. */
  @Scheduled(
      every = "${daybreak.work.sweep-every:5s}",
      identity = "work-sweep",
      concurrentExecution = ConcurrentExecution.SKIP)
  public void sweep() {
    for (Expiring bean : beans) {
      try {
        bean.expire();
      } catch (RuntimeException e) { // the edge of the bean: the next sweep is due all the same
        Log.warnf("%s did not sweep: %s", bean.getClass().getSimpleName(), e.getMessage());
      }
    }
  }
}
