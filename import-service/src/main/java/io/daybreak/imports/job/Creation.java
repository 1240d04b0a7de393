package io.daybreak.imports.job;

/** What Kubernetes says when a Job is to be created. */
sealed interface Creation {

  /** The Job is there, created now or before. */
  record Done() implements Creation {}

  /** Kubernetes has too much to do (429) and has not looked at the request. */
  record Busy() implements Creation {}

  /**
   * There is no Job, or nobody knows whether there is one.
   *
   * @param reason one sentence for the owner of the run
   */
  record Refused(String reason) implements Creation {}
}
