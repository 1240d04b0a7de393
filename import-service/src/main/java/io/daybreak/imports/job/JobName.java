package io.daybreak.imports.job;

import java.util.Optional;
import java.util.UUID;

/**
 * The name of the Job that was created for a run. It follows from the run's id, so that creating
 * the Job twice is the same Job.
 */
record JobName(UUID runId) {

  private static final String PREFIX = "import-run-";
  private static final String WORKER_PREFIX = "job/";

  /** As Kubernetes knows the Job; 47 characters of the 63 that a label may have. */
  String value() {
    return PREFIX + runId;
  }

  /** As the database knows the Job when it holds a run, its first one or a later one. */
  String worker() {
    return WORKER_PREFIX + value();
  }

  /** Nothing for a name that is not one of ours. */
  static Optional<JobName> parse(String name) {
    if (!name.startsWith(PREFIX)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new JobName(UUID.fromString(name.substring(PREFIX.length()))));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  static Optional<JobName> ofWorker(String worker) {
    return worker.startsWith(WORKER_PREFIX)
        ? parse(worker.substring(WORKER_PREFIX.length()))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value();
  }
}
