package io.daybreak.imports.run;

/** Where the fetching of a run happens. */
public enum Executor {
  /** On the workers of an instance of import-service. */
  LOCAL,
  /** In a Kubernetes Job of its own. */
  JOB
}
