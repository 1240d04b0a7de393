package io.daybreak.imports.run;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * This instance's share of the work: a fixed number of runs at once, on threads of their own, away
 * from those that answer HTTP. One dispatcher claims; it looks when nudged, and at every poll.
 */
@ApplicationScoped
public class RunWorkers {

  private static final Logger LOG = Logger.getLogger(RunWorkers.class);

  private final RunExecution execution;
  private final RunsConfig config;
  private final Semaphore free;
  private final Semaphore nudges = new Semaphore(0);
  private final ExecutorService threads;
  private final Thread dispatcher = new Thread(this::dispatch, "run-dispatcher");
  private final String instance =
      ManagementFactory.getRuntimeMXBean().getName() + "-" + UUID.randomUUID();
  private volatile boolean stopping;

  RunWorkers(RunExecution execution, RunsConfig config) {
    this.execution = execution;
    this.config = config;
    this.free = new Semaphore(config.workers());
    AtomicInteger number = new AtomicInteger();
    this.threads =
        Executors.newFixedThreadPool(
            Math.max(1, config.workers()),
            task -> new Thread(task, "run-worker-" + number.incrementAndGet()));
  }

  /** There may be something to claim. */
  public void nudge() {
    nudges.release();
  }

  void start(@Observes StartupEvent event) {
    if (config.workers() > 0) {
      dispatcher.start();
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    dispatcher.interrupt();
    threads.shutdown();
    if (!threads.awaitTermination(config.shutdownGrace().toMillis(), TimeUnit.MILLISECONDS)) {
      execution.abandonAll();
      threads.shutdownNow();
    }
  }

  private void dispatch() {
    try {
      while (!stopping) {
        free.acquire();
        if (!claimAndStart()) {
          free.release();
          nudges.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS);
          nudges.drainPermits();
        }
      }
    } catch (InterruptedException shutdown) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean claimAndStart() {
    try {
      Optional<HeldRun> claimed = execution.claimNext(instance);
      claimed.ifPresent(held -> threads.execute(() -> work(held)));
      return claimed.isPresent();
    } catch (RuntimeException unreachable) {
      LOG.warnf("No run was claimed, the next look is in %s: %s", config.poll(), unreachable);
      return false;
    }
  }

  private void work(HeldRun held) {
    try {
      execution.execute(held);
    } finally {
      free.release();
      nudge();
    }
  }
}
