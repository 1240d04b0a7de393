package io.daybreak.acceptance.job;

import io.daybreak.stack.process.BoundProcess;
import io.daybreak.stack.service.ServiceLaunch;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.NamespacedKubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMixedDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A cluster of one node: an API server that stores and tells its watchers, and in place of the
 * kubelet the test, which starts the processes that Jobs describe and reports how they end.
 */
final class Cluster implements AutoCloseable {

  static final String NAMESPACE = "daybreak";
  static final String IMAGE = "registry.example/daybreak/import-service:1.2.3";

  /** Name of the ConfigMap and of the Secret. */
  static final String SETTINGS = "import-service";

  private static final String RUN_ID = "daybreak.io/run-id";

  /** It would log every one of them. */
  private static final Logger REQUESTS = Logger.getLogger(MockWebServer.class.getName());

  private final KubernetesMockServer server =
      new KubernetesMockServer(
          new Context(),
          new MockWebServer(),
          new HashMap<>(),
          new KubernetesMixedDispatcher(new HashMap<>()),
          false);
  private final NamespacedKubernetesClient client;
  private final Map<String, List<String>> entryPoints = new ConcurrentHashMap<>();
  private final List<BoundProcess> processes = new ArrayList<>();

  Cluster() {
    REQUESTS.setLevel(Level.WARNING);
    server.init(InetAddress.getLoopbackAddress(), 0);
    client = server.createClient();
  }

  String url() {
    return "http://127.0.0.1:" + server.getPort();
  }

  /**
   * Installs the service: its command line is the entry point of the image, its environment the
   * ConfigMap.
   *
   * @param secrets entries of the Secret
   */
  void install(ServiceLaunch service, Map<String, String> secrets) {
    entryPoints.put(IMAGE, service.command());
    client
        .configMaps()
        .inNamespace(NAMESPACE)
        .resource(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withName(SETTINGS)
                .endMetadata()
                .withData(service.environment())
                .build())
        .create();
    SecretBuilder secret = new SecretBuilder().withNewMetadata().withName(SETTINGS).endMetadata();
    secrets.forEach((name, value) -> secret.addToData(name, base64(value)));
    client.secrets().inNamespace(NAMESPACE).resource(secret.build()).create();
  }

  /** The Job that was created for a run. */
  Optional<Job> jobOf(UUID runId) {
    return client
        .batch()
        .v1()
        .jobs()
        .inNamespace(NAMESPACE)
        .withLabel(RUN_ID, runId.toString())
        .list()
        .getItems()
        .stream()
        .findFirst();
  }

  /** Starts what a container describes: image, arguments and environment are all its own. */
  BoundProcess start(Container container, Path log) throws IOException {
    List<String> command = new ArrayList<>(entryPoints.get(container.getImage()));
    command.addAll(container.getArgs());
    Map<String, String> environment = new HashMap<>();
    container.getEnvFrom().forEach(source -> environment.putAll(entriesOf(source)));
    BoundProcess process = BoundProcess.start(command, environment, log);
    processes.add(process);
    return process;
  }

  /** Reports that the kernel has killed the Job's process for want of memory. */
  void reportKilled(Job job) {
    client.pods().inNamespace(NAMESPACE).resource(killedPodOf(job)).create();
    client
        .batch()
        .v1()
        .jobs()
        .inNamespace(NAMESPACE)
        .withName(job.getMetadata().getName())
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

  private static Pod killedPodOf(Job job) {
    String name = job.getMetadata().getName();
    return new PodBuilder()
        .withNewMetadata()
        .withName(name + "-abcde")
        .withLabels(job.getSpec().getTemplate().getMetadata().getLabels())
        .addToLabels("batch.kubernetes.io/job-name", name)
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
        .build();
  }

  private Map<String, String> entriesOf(EnvFromSource source) {
    if (source.getConfigMapRef() != null) {
      String name = source.getConfigMapRef().getName();
      return client.configMaps().inNamespace(NAMESPACE).withName(name).require().getData();
    }
    Map<String, String> entries = new HashMap<>();
    client
        .secrets()
        .inNamespace(NAMESPACE)
        .withName(source.getSecretRef().getName())
        .require()
        .getData()
        .forEach(
            (name, value) ->
                entries.put(
                    name, new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8)));
    return entries;
  }

  private static String base64(String value) {
    return Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    processes.forEach(BoundProcess::close);
    client.close();
    server.destroy();
  }
}
