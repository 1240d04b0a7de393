package io.daybreak.imports.job;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the Jobs of long runs look like, and how they are looked after. */
@ConfigMapping(prefix = "daybreak.jobs")
public interface JobsConfig {

  /** URL of the Kubernetes API outside of a cluster; inside, Kubernetes says it itself. */
  Optional<String> apiServer();

  /** Where Jobs are created; by default where import-service itself runs. */
  Optional<String> namespace();

  /** The image of import-service; by default that of the pod in which this instance runs. */
  Optional<String> image();

  /** The pod in which this instance runs; Kubernetes sets the variable. */
  @WithDefault("${HOSTNAME:}")
  Optional<String> pod();

  /** The Jobs' own service account; it has no right to anything in Kubernetes. */
  @WithDefault("import-job")
  String serviceAccount();

  /** ConfigMaps whose entries become the environment of the Job. */
  Optional<List<String>> configMaps();

  /** Secrets whose entries become the environment of the Job. */
  Optional<List<String>> secrets();

  /** The priority of the API comes before the priority of Jobs. */
  Optional<String> priorityClass();

  /** Cores that a Job is promised. */
  @WithDefault("250m")
  String cpuRequest();

  /** Cores that a Job may take. */
  @WithDefault("1")
  String cpuLimit();

  /** Memory that a Job is promised. */
  @WithDefault("256Mi")
  String memoryRequest();

  /** Memory above which a Job is killed. */
  @WithDefault("512Mi")
  String memoryLimit();

  /** Time after which Kubernetes ends a Job; none unless set. */
  Optional<Duration> deadline();

  /** How long an ended Job is kept, with its log. */
  @WithDefault("P1D")
  Duration timeToLive();

  /** How long a Job that has finished a run waits for the tab of its key's next long run. */
  @WithDefault("PT1M")
  Duration nextRunWait();

  /** How often every Job that holds a run is looked at, beside the watch; {@code off} for tests. */
  @WithDefault("30s")
  String reconcileEvery();

  /** Whether this process watches Jobs; one that is a Job does not. */
  @WithDefault("true")
  boolean watch();
}
