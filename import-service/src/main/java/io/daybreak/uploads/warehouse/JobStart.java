package io.daybreak.uploads.warehouse;

import io.daybreak.uploads.fault.UploadError;

/** What became of a call that should start a job. */
public sealed interface JobStart {

  record Started(String runId) implements JobStart {}

  /** Glue said no: there is no run. */
  record Refused(UploadError error) implements JobStart {}

  /** Glue did not say; there may be a run. */
  record Unknown(String why) implements JobStart {}
}
