package io.daybreak.imports.job;

import io.daybreak.imports.run.Executor;
import io.daybreak.imports.run.RunsConfig;
import io.daybreak.kit.work.WorkThreads;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;

/**
 * Ends the runs of Jobs that failed or vanished. Every replica looks, at the hint of its watch and
 * from time to time; what it does is conditional, so it does not matter who comes first.
 */
@ApplicationScoped
class JobReconciler {

  private static final Logger LOG = Logger.getLogger(JobReconciler.class);

  private final JobsGateway jobs;
  private final LongRuns runs;
  private final MeterRegistry metrics;
  private final boolean active;
  private final Set<JobName> asked = ConcurrentHashMap.newKeySet();
  private final ExecutorService thread = WorkThreads.pool("job-reconciler", 1);

  JobReconciler(
      JobsGateway jobs,
      LongRuns runs,
      MeterRegistry metrics,
      JobsConfig config,
      RunsConfig runsConfig) {
    this.jobs = jobs;
    this.runs = runs;
    this.metrics = metrics;
    this.active = config.watch() && runsConfig.longRunExecutor() == Executor.JOB;
  }

  /** Whether this process watches Jobs at all. */
  boolean active() {
    return active;
  }

  /** Looks at a Job soon. */
  void ask(JobName name) {
    if (asked.add(name)) {
      thread.execute(() -> look(name));
    }
  }

  /** Looks at every Job that a run depends on, so that one that vanished unseen is missed. */
  @Scheduled(
      every = "${daybreak.jobs.reconcile-every:30s}",
      identity = "job-reconciler",
      concurrentExecution = ConcurrentExecution.SKIP)
  void askForAll() {
    if (active) {
      runs.jobsNeeded().forEach(this::ask);
    }
  }

  private void look(JobName name) {
    asked.remove(name);
    try {
      if (runs.anyDependsOn(name)) {
        decide(name);
      }
    } catch (RuntimeException unreachable) { // the edge of the thread; the next look comes anyway
      LOG.warnf("%s could not be looked at: %s", name, unreachable);
    }
  }

  private void decide(JobName name) {
    Optional<Job> job = jobs.find(name);
    if (job.isEmpty()) {
      end(name, new JobVerdict("NotFound", "the Job was deleted before the run ended", true));
    } else {
      JobVerdict.of(job.get(), jobs.podsOf(name)).ifPresent(verdict -> end(name, verdict));
    }
  }

  private void end(JobName name, JobVerdict verdict) {
    LOG.infof("%s: %s", name, verdict.sentence());
    runs.failAllOf(name, verdict.sentence());
    metrics.counter("daybreak.jobs.lost", "reason", verdict.reason()).increment();
    if (!verdict.ended()) {
      jobs.delete(name);
    }
  }

  @PreDestroy
  void stop() {
    thread.shutdownNow();
  }
}
