package io.daybreak.imports.job;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Every run is long and gets a Job; only the test and the watch make anything move. */
public class LongRunsInJobs implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "daybreak.runs.long-run-executor", "JOB",
        "daybreak.runs.long-run-seconds", "0",
        "daybreak.runs.limit-per-key", "2",
        "daybreak.runs.lease", "PT30S",
        "daybreak.jobs.reconcile-every", "off",
        "daybreak.jobs.image", "registry.example/daybreak/import-service:1.2.3",
        "daybreak.jobs.config-maps", "import-service",
        "daybreak.jobs.secrets", "import-service",
        "daybreak.jobs.priority-class", "daybreak-job");
  }
}
