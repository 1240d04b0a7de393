package io.daybreak.imports.job;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.imports.run.Executor;
import io.daybreak.imports.run.RunLauncher;
import io.daybreak.imports.run.RunsConfig;
import io.daybreak.kit.work.WorkThreads;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Creates a Job for a long run, unless a Job of the same API key waits for its next run anyway. One
 * thread, because Kubernetes is slow next to the event loop that says what is to be launched.
 */
@ApplicationScoped
class JobLauncher implements RunLauncher {

  private static final Logger LOG = Logger.getLogger(JobLauncher.class);

  private final JobsGateway jobs;
  private final JobManifest manifest;
  private final LongRuns runs;
  private final JobsConfig config;
  private final RunsConfig runsConfig;
  private final MeterRegistry metrics;
  private final ExecutorService thread = WorkThreads.pool("job-launcher", 1);

  JobLauncher(
      JobsGateway jobs,
      JobManifest manifest,
      LongRuns runs,
      JobsConfig config,
      RunsConfig runsConfig,
      MeterRegistry metrics) {
    this.jobs = jobs;
    this.manifest = manifest;
    this.runs = runs;
    this.config = config;
    this.runsConfig = runsConfig;
    this.metrics = metrics;
  }

  @Override
  public Executor executor() {
    return Executor.JOB;
  }

  /** Does nothing on an instance that is told to use no Jobs: another one may use them. */
  @Override
  public void launch(UUID runId) {
    if (runsConfig.longRunExecutor() == Executor.JOB) {
      thread.execute(() -> runs.withoutJob(runId).ifPresent(this::create));
    }
  }

  @Override
  public void stop(UUID runId, @Nullable String worker) {
    if (config.watch()) {
      JobName own = new JobName(runId);
      JobName name = worker == null ? own : JobName.ofWorker(worker).orElse(own);
      thread.execute(() -> delete(name));
    }
  }

  private void create(LongRun run) {
    Creation answer = askFor(run);
    metrics
        .counter("daybreak.jobs.created", "answer", answer.getClass().getSimpleName())
        .increment();
    if (answer instanceof Creation.Done) {
      runs.jobCreated(run.jobName());
    } else if (answer instanceof Creation.Refused refused) {
      runs.failUnclaimed(run.runId(), FailureCode.JOB_REFUSED, refused.reason());
    } else {
      LOG.infof("Kubernetes is too busy for %s, the next sweep asks again", run.jobName());
    }
  }

  private Creation askFor(LongRun run) {
    try {
      return jobs.create(manifest.of(run, config.image().orElseGet(jobs::ownImage)));
    } catch (RuntimeException unclear) { // whatever it was, the run must not hang
      LOG.warnf(unclear, "%s was not created", run.jobName());
      return new Creation.Refused(
          "Kubernetes could not be asked for the Job (%s). Start the run again."
              .formatted(unclear.getClass().getSimpleName()));
    }
  }

  private void delete(JobName name) {
    try {
      jobs.delete(name);
      LOG.infof("%s deleted", name);
    } catch (RuntimeException unreachable) { // its process stops by itself at the next look
      LOG.warnf("%s was not deleted: %s", name, unreachable);
    }
  }

  @PreDestroy
  void stop() {
    thread.shutdownNow();
  }
}
