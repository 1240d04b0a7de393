package io.daybreak.uploads.upload;

import io.daybreak.kit.work.Claim;
import io.daybreak.uploads.CsvConfig;
import io.daybreak.uploads.fault.ErrorKind;
import io.daybreak.uploads.warehouse.JobGateway;
import io.daybreak.uploads.warehouse.JobStart;
import io.daybreak.uploads.warehouse.StoreException;
import io.daybreak.uploads.warehouse.Target;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/** Starts an upload's job once: whatever is unclear about that is looked up, never tried again. */
@ApplicationScoped
class JobStarter {

  private final JobGateway jobs;
  private final UploadSteps steps;
  private final UploadEndings endings;
  private final CsvConfig config;
  private final Clock clock;

  JobStarter(
      JobGateway jobs, UploadSteps steps, UploadEndings endings, CsvConfig config, Clock clock) {
    this.jobs = jobs;
    this.steps = steps;
    this.endings = endings;
    this.config = config;
    this.clock = clock;
  }

  /** Starts the job of an upload in STORED. */
  void start(Claim<Upload> claim, String job, Target target) {
    steps.starting(claim);
    JobStart start = call(claim, job, target);
    if (start instanceof JobStart.Started started) {
      endings.passed(claim, started.runId());
    } else if (start instanceof JobStart.Refused refused) {
      endings.failed(claim, refused.error());
    } else {
      Log.warnf(
          "Upload %s: whether job %s was started is looked up: %s", claim.work().id(), job, start);
      steps.unclear(claim);
    }
  }

  /** Looks whether the job of an upload in STARTING or UNCLEAR was started. */
  void lookUp(Claim<Upload> claim, String job, Target target) {
    Optional<String> run = find(claim, job);
    if (run.isPresent()) {
      endings.passed(claim, run.get());
    } else if (claim.work().state() == UploadState.UNCLEAR
        && claim.work().stateSince().plus(config.unclearLimit()).isBefore(clock.instant())) {
      endings.failed(claim, ErrorKind.JOB_START_UNKNOWN.with(target, job));
    } else {
      steps.unclear(claim); // Glue may list a run only some time after it was started
    }
  }

  private JobStart call(Claim<Upload> claim, String job, Target target) {
    try {
      return jobs.start(job, claim.work().id().toString(), target);
    } catch (TimeoutException e) {
      return new JobStart.Unknown("Glue did not answer in time");
    }
  }

  private Optional<String> find(Claim<Upload> claim, String job) {
    try {
      return jobs.find(job, claim.work().id().toString());
    } catch (StoreException | TimeoutException e) {
      Log.warnf(
          "Upload %s: the runs of job %s are not known: %s",
          claim.work().id(), job, e.getMessage());
      return Optional.empty();
    }
  }
}
