package io.daybreak.uploads.upload;

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
  void start(HeldUpload held, String job, Target target) {
    steps.starting(held);
    JobStart start = call(held, job, target);
    if (start instanceof JobStart.Started started) {
      endings.passed(held, started.runId());
    } else if (start instanceof JobStart.Refused refused) {
      endings.failed(held, refused.error());
    } else {
      Log.warnf("Upload %s: whether job %s was started is looked up: %s", held.id(), job, start);
      steps.unclear(held);
    }
  }

  /** Looks whether the job of an upload in STARTING or UNCLEAR was started. */
  void lookUp(HeldUpload held, String job, Target target) {
    Optional<String> run = find(held, job);
    if (run.isPresent()) {
      endings.passed(held, run.get());
    } else if (held.upload().state() == UploadState.UNCLEAR
        && held.upload().stateSince().plus(config.unclearLimit()).isBefore(clock.instant())) {
      endings.failed(held, ErrorKind.JOB_START_UNKNOWN.with(target, job));
    } else {
      steps.unclear(held); // Glue may list a run only some time after it was started
    }
  }

  private JobStart call(HeldUpload held, String job, Target target) {
    try {
      return jobs.start(job, held.id().toString(), target);
    } catch (TimeoutException e) {
      return new JobStart.Unknown("Glue did not answer in time");
    }
  }

  private Optional<String> find(HeldUpload held, String job) {
    try {
      return jobs.find(job, held.id().toString());
    } catch (StoreException | TimeoutException e) {
      Log.warnf("Upload %s: the runs of job %s are not known: %s", held.id(), job, e.getMessage());
      return Optional.empty();
    }
  }
}
