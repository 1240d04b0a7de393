package io.daybreak.uploads.warehouse;

import static java.time.temporal.ChronoUnit.SECONDS;

import io.daybreak.uploads.fault.ErrorKind;
import io.daybreak.uploads.warehouse.JobStart.Refused;
import io.daybreak.uploads.warehouse.JobStart.Started;
import io.daybreak.uploads.warehouse.JobStart.Unknown;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.ConcurrentRunsExceededException;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.GetJobRunsResponse;
import software.amazon.awssdk.services.glue.model.GlueException;
import software.amazon.awssdk.services.glue.model.JobRun;

/**
 * The calls of Glue, each one attempt. {@code StartJobRun} takes no idempotency token, so each run
 * carries the upload's id as an argument, by which it is found again.
 */
@ApplicationScoped
public class JobGateway {

  private static final String UPLOAD = "--daybreak_upload";
  private static final int AT_ONCE = 32;
  private static final long CALL_SECONDS = 30;
  private static final int PAGE = 200;
  private static final int PAGES = 5;

  private final GlueClient glue;

  JobGateway(GlueClient glue) {
    this.glue = glue;
  }

  /** Starts the job for an upload. */
  @Timeout(value = CALL_SECONDS, unit = SECONDS)
  @Bulkhead(AT_ONCE)
  public JobStart start(String job, String uploadId, Target source) {
    try {
      return new Started(
          glue.startJobRun(
                  r ->
                      r.jobName(job)
                          .jobRunQueuingEnabled(true) // a second file of a table waits at Glue
                          .arguments(Map.of(UPLOAD, uploadId, "--source", source.toString())))
              .jobRunId());
    } catch (EntityNotFoundException e) {
      return new Refused(ErrorKind.JOB_MISSING.with(source, job));
    } catch (ConcurrentRunsExceededException e) {
      return new Refused(ErrorKind.JOB_BUSY.with(source, job));
    } catch (GlueException e) {
      String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
      return e.statusCode() < 500
          ? new Refused(ErrorKind.JOB_REFUSED.with(source, job, code))
          : new Unknown("Glue answered " + e.statusCode());
    } catch (SdkException e) {
      return new Unknown("Glue did not answer");
    }
  }

  /**
   * The run that was started for an upload, if there is one among the newest thousand.
   *
   * @throws StoreException if Glue does not say
   */
  @Timeout(value = CALL_SECONDS, unit = SECONDS)
  @Bulkhead(AT_ONCE)
  public Optional<String> find(String job, String uploadId) {
    @Nullable String page = null;
    for (int i = 0; i < PAGES; i++) {
      GetJobRunsResponse runs = runs(job, page);
      Optional<String> found =
          runs.jobRuns().stream()
              .filter(run -> uploadId.equals(run.arguments().get(UPLOAD)))
              .map(JobRun::id)
              .findFirst();
      if (found.isPresent() || runs.nextToken() == null) {
        return found;
      }
      page = runs.nextToken();
    }
    return Optional.empty();
  }

  private GetJobRunsResponse runs(String job, @Nullable String page) {
    try {
      return glue.getJobRuns(r -> r.jobName(job).maxResults(PAGE).nextToken(page));
    } catch (SdkException e) {
      throw new StoreException("Glue did not list the runs", e);
    }
  }
}
