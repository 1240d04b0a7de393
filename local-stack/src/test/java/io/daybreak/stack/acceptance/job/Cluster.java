package io.daybreak.stack.acceptance.job;

import io.daybreak.stack.process.BoundProcess;
import io.daybreak.stack.service.ServiceLaunch;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.NamespacedKubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMixedDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A cluster of one node: an API server that stores and tells its watchers, and in place of the
 * kubelet the test, which starts the processes that Jobs ask for and reports how they end.
 */
final class Cluster implements AutoCloseable {

  static final String NAMESPACE = "daybreak";
  private static final String RUN_ID = "daybreak.io/run-id";

  private final KubernetesMockServer server =
      new KubernetesMockServer(
          new Context(),
          new MockWebServer(),
          new HashMap<>(),
          new KubernetesMixedDispatcher(new HashMap<>()),
          false);
  private final NamespacedKubernetesClient client;
  private final Map<String, BoundProcess> processes = new ConcurrentHashMap<>();

  Cluster() {
    server.init(InetAddress.getLoopbackAddress(), 0);
    client = server.createClient();
  }

  String url() {
    return "http://127.0.0.1:" + server.getPort();
  }

  List<Job> jobs() {
    return client.batch().v1().jobs().inNamespace(NAMESPACE).list().getItems();
  }

  /** The Job that was created for a run. */
  Optional<Job> jobOf(UUID runId) {
    return jobs().stream()
        .filter(job -> runId.toString().equals(job.getMetadata().getLabels().get(RUN_ID)))
        .findFirst();
  }

  /**
   * Starts what a Job asks for.
   *
   * @param image command line and environment of the service; they stand for the Job's image and
   *     for the ConfigMap and the Secret that it names
   */
  BoundProcess start(Job job, ServiceLaunch image, Path log) throws IOException {
    List<String> command = new ArrayList<>(image.command());
    command.addAll(job.getSpec().getTemplate().getSpec().getContainers().get(0).getArgs());
    BoundProcess process = BoundProcess.start(command, image.environment(), log);
    processes.put(name(job), process);
    return process;
  }

  /** Reports that the kernel has killed the Job's process for want of memory. */
  void reportKilled(Job job) {
    client
        .pods()
        .inNamespace(NAMESPACE)
        .resource(
            new PodBuilder()
                .withNewMetadata()
                .withName(name(job) + "-abcde")
                .withLabels(job.getSpec().getTemplate().getMetadata().getLabels())
                .addToLabels("batch.kubernetes.io/job-name", name(job))
                .endMetadata()
                .withNewStatus()
                .addNewContainerStatus()
                .withNewState()
                .withNewTerminated()
                .withReason("OOMKilled")
                .withExitCode(137)
                .endTerminated()
                .endState()
                .endContainerStatus()
                .endStatus()
                .build())
        .create();
    client
        .batch()
        .v1()
        .jobs()
        .inNamespace(NAMESPACE)
        .withName(name(job))
        .editStatus(
            found ->
                new JobBuilder(found)
                    .withNewStatus()
                    .addNewCondition()
                    .withType("Failed")
                    .withStatus("True")
                    .withReason("PodFailurePolicy")
                    .withMessage("Container run-imports failed with exit code 137")
                    .endCondition()
                    .endStatus()
                    .build());
  }

  private static String name(Job job) {
    return job.getMetadata().getName();
  }

  @Override
  public void close() {
    processes.values().forEach(BoundProcess::close);
    client.close();
    server.destroy();
  }
}
