package io.daybreak.imports.job;

import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.NamespacedKubernetesClient;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Kubernetes' side of Jobs: its controller, its scheduler and its kubelet, as a test decides. */
final class KubernetesJobs {

  private KubernetesJobs() {}

  static @Nullable Job find(UUID runId) {
    try (NamespacedKubernetesClient client = ApiServer.client()) {
      return client
          .batch()
          .v1()
          .jobs()
          .inNamespace(ApiServer.NAMESPACE)
          .withName(name(runId))
          .get();
    }
  }

  static boolean exists(UUID runId) {
    return find(runId) != null;
  }

  static void delete(UUID runId) {
    try (NamespacedKubernetesClient client = ApiServer.client()) {
      client.batch().v1().jobs().inNamespace(ApiServer.NAMESPACE).withName(name(runId)).delete();
    }
  }

  /** A Job that somebody else has created. */
  static void createForeign(UUID runId) {
    Job foreign =
        new JobBuilder()
            .withNewMetadata()
            .withName(name(runId))
            .addToLabels(JobManifest.RUN_ID, "something-else")
            .endMetadata()
            .build();
    try (NamespacedKubernetesClient client = ApiServer.client()) {
      client.batch().v1().jobs().inNamespace(ApiServer.NAMESPACE).resource(foreign).create();
    }
  }

  /** The Job gets a pod. */
  static void pod(UUID runId, PodStatus status) {
    Pod pod =
        new PodBuilder()
            .withNewMetadata()
            .withName(name(runId) + "-abcde")
            .withLabels(JobManifest.LABELS)
            .addToLabels(JobManifest.RUN_ID, runId.toString())
            .addToLabels("batch.kubernetes.io/job-name", name(runId))
            .endMetadata()
            .withStatus(status)
            .build();
    try (NamespacedKubernetesClient client = ApiServer.client()) {
      client.pods().inNamespace(ApiServer.NAMESPACE).resource(pod).create();
    }
  }

  /** The Job gets its last condition. */
  static void end(UUID runId, String type, String reason, String message) {
    try (NamespacedKubernetesClient client = ApiServer.client()) {
      client
          .batch()
          .v1()
          .jobs()
          .inNamespace(ApiServer.NAMESPACE)
          .withName(name(runId))
          .editStatus(
              job ->
                  new JobBuilder(job)
                      .withNewStatus()
                      .addNewCondition()
                      .withType(type)
                      .withStatus("True")
                      .withReason(reason)
                      .withMessage(message)
                      .endCondition()
                      .endStatus()
                      .build());
    }
  }

  static PodStatus terminated(String reason, int exitCode) {
    return containerState(
        new ContainerStateBuilder()
            .withNewTerminated()
            .withReason(reason)
            .withExitCode(exitCode)
            .endTerminated());
  }

  static PodStatus waiting(String reason, String message) {
    return containerState(
        new ContainerStateBuilder()
            .withNewWaiting()
            .withReason(reason)
            .withMessage(message)
            .endWaiting());
  }

  private static PodStatus containerState(ContainerStateBuilder state) {
    return new PodStatusBuilder()
        .addNewContainerStatus()
        .withName(JobManifest.CONTAINER)
        .withState(state.build())
        .endContainerStatus()
        .build();
  }

  private static String name(UUID runId) {
    return new JobName(runId).value();
  }
}
