package io.daybreak.imports.job;

import java.util.UUID;

/** A long run that waits for a Job. */
record LongRun(UUID runId, UUID rawDataId, UUID apiKeyId) {

  JobName jobName() {
    return new JobName(runId);
  }
}
