package io.daybreak.imports.job;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvFromSourceBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.PodFailurePolicy;
import io.fabric8.kubernetes.api.model.batch.v1.PodFailurePolicyBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The Job of a long run: one pod, once. Whatever ends the pod, a disruption included, fails the
 * Job; nothing is ignored and nothing starts again.
 */
@ApplicationScoped
class JobManifest {

  static final String RUN_ID = "daybreak.io/run-id";
  static final String CONTAINER = "run-imports";

  /** By these import-service finds its Jobs and their pods again. */
  static final Map<String, String> LABELS =
      Map.of(
          "app.kubernetes.io/name", "import-job",
          "app.kubernetes.io/component", "run-imports",
          "app.kubernetes.io/part-of", "daybreak",
          "app.kubernetes.io/managed-by", "import-service");

  private static final String API_KEY_ID = "daybreak.io/api-key-id";
  private static final String RAW_DATA_ID = "daybreak.io/raw-data-id";

  private final JobsConfig config;

  JobManifest(JobsConfig config) {
    this.config = config;
  }

  /**
   * @param image the image of import-service
   */
  Job of(LongRun run, String image) {
    return new JobBuilder()
        .withNewMetadata()
        .withName(run.jobName().value())
        .addToLabels(LABELS)
        .addToLabels(RUN_ID, run.runId().toString())
        .addToAnnotations(API_KEY_ID, run.apiKeyId().toString())
        .addToAnnotations(RAW_DATA_ID, run.rawDataId().toString())
        .endMetadata()
        .withNewSpec()
        .withBackoffLimit(0)
        .withParallelism(1)
        .withCompletions(1)
        .withActiveDeadlineSeconds(config.deadline().map(Duration::toSeconds).orElse(null))
        .withTtlSecondsAfterFinished((int) config.timeToLive().toSeconds())
        .withPodReplacementPolicy("Failed")
        .withPodFailurePolicy(failAlways())
        .withNewTemplate()
        .withNewMetadata()
        .addToLabels(LABELS)
        .addToLabels(RUN_ID, run.runId().toString())
        .endMetadata()
        .withSpec(pod(run, image))
        .endTemplate()
        .endSpec()
        .build();
  }

  private static PodFailurePolicy failAlways() {
    return new PodFailurePolicyBuilder()
        .addNewRule()
        .withAction("FailJob")
        .addNewOnPodCondition()
        .withType("DisruptionTarget")
        .withStatus("True")
        .endOnPodCondition()
        .endRule()
        .addNewRule()
        .withAction("FailJob")
        .withNewOnExitCodes()
        .withContainerName(CONTAINER)
        .withOperator("NotIn")
        .withValues(0)
        .endOnExitCodes()
        .endRule()
        .build();
  }

  private PodSpec pod(LongRun run, String image) {
    return new PodSpecBuilder()
        .withRestartPolicy("Never")
        .withServiceAccountName(config.serviceAccount())
        .withAutomountServiceAccountToken(false)
        .withEnableServiceLinks(false)
        .withPriorityClassName(config.priorityClass().orElse(null))
        .withTerminationGracePeriodSeconds(30L)
        .withNewSecurityContext()
        .withRunAsNonRoot(true)
        .withNewSeccompProfile()
        .withType("RuntimeDefault")
        .endSeccompProfile()
        .endSecurityContext()
        .withContainers(container(run, image))
        .addNewVolume()
        .withName("tmp")
        .withNewEmptyDir()
        .endEmptyDir()
        .endVolume()
        .build();
  }

  private Container container(LongRun run, String image) {
    return new ContainerBuilder()
        .withName(CONTAINER)
        .withImage(image)
        .withArgs("run-imports", run.runId().toString(), "--job", run.jobName().value())
        .withEnvFrom(environment())
        .withNewResources()
        .addToRequests("cpu", new Quantity(config.cpuRequest()))
        .addToRequests("memory", new Quantity(config.memoryRequest()))
        .addToLimits("cpu", new Quantity(config.cpuLimit()))
        .addToLimits("memory", new Quantity(config.memoryLimit()))
        .endResources()
        .withNewSecurityContext()
        .withAllowPrivilegeEscalation(false)
        .withReadOnlyRootFilesystem(true)
        .withNewCapabilities()
        .addToDrop("ALL")
        .endCapabilities()
        .endSecurityContext()
        .addNewVolumeMount()
        .withName("tmp")
        .withMountPath("/tmp")
        .endVolumeMount()
        .build();
  }

  private List<EnvFromSource> environment() {
    Stream<EnvFromSource> configMaps =
        config.configMaps().orElse(List.of()).stream()
            .map(
                name ->
                    new EnvFromSourceBuilder()
                        .withNewConfigMapRef()
                        .withName(name)
                        .endConfigMapRef()
                        .build());
    Stream<EnvFromSource> secrets =
        config.secrets().orElse(List.of()).stream()
            .map(
                name ->
                    new EnvFromSourceBuilder()
                        .withNewSecretRef()
                        .withName(name)
                        .endSecretRef()
                        .build());
    return Stream.concat(configMaps, secrets).toList();
  }
}
