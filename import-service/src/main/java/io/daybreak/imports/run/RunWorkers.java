package io.daybreak.imports.run;

import io.daybreak.kit.work.Worker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.UUID;

/**
 * This instance's share of the work: a fixed number of runs at once, on threads of their own, away
 * from those that answer HTTP.
 */
@ApplicationScoped
public class RunWorkers {

  private final RunExecution execution;
  private final RunsConfig config;
  private final Worker worker;
  private final String instance =
      ManagementFactory.getRuntimeMXBean().getName() + "-" + UUID.randomUUID();

  RunWorkers(RunExecution execution, RunsConfig config) {
    this.execution = execution;
    this.config = config;
    this.worker =
        new Worker("run-worker", Math.max(1, config.workers()), config.poll(), this::claimNext);
  }

  /** There may be something to claim. */
  public void nudge() {
    worker.nudge();
  }

  void start(@Observes StartupEvent event) {
    if (config.workers() > 0) {
      worker.start();
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    if (config.workers() > 0 && !worker.stop(config.shutdownGrace())) {
      execution.abandonAll();
    }
  }

  private Optional<Runnable> claimNext() {
    return execution.claimNext(instance).map(claim -> () -> execution.execute(claim));
  }
}
