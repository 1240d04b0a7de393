package io.daybreak.imports.job;

import io.fabric8.kubernetes.client.NamespacedKubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMixedDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.ServerRequest;
import io.fabric8.mockwebserver.ServerResponse;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A Kubernetes API server that keeps what is created and tells its watchers, refuses requests as
 * told, and can vanish and come back.
 */
public class ApiServer implements QuarkusTestResourceLifecycleManager {

  static final String NAMESPACE = "daybreak";

  private static final Queue<Refusal> REFUSALS = new ConcurrentLinkedQueue<>();
  private static final AtomicBoolean VANISHES = new AtomicBoolean();
  private static final List<String> CREATED = new CopyOnWriteArrayList<>();
  private static final Map<ServerRequest, Queue<ServerResponse>> NO_SCRIPT =
      new ConcurrentHashMap<>();
  private static final Dispatcher DISPATCHER = new Dispatcher();
  private static @Nullable KubernetesMockServer server;
  private static int port;

  /**
   * The answer to the next request that creates something.
   *
   * @param reason as Kubernetes names it
   */
  record Refusal(int status, String reason, String message) {}

  @Override
  public Map<String, String> start() {
    port = listen(0);
    return Map.of(
        "daybreak.jobs.namespace",
        NAMESPACE,
        "daybreak.jobs.api-server",
        "http://127.0.0.1:" + port);
  }

  @Override
  public void stop() {
    vanish();
  }

  static NamespacedKubernetesClient client() {
    return running().createClient();
  }

  static void refuseNext(Refusal refusal) {
    REFUSALS.add(refusal);
  }

  /** The next request that creates something is carried out, and nobody learns of it. */
  static void vanishBeforeTheNextAnswer() {
    VANISHES.set(true);
  }

  /** Requests that were to create something named so. */
  static long creationsOf(String name) {
    return CREATED.stream().filter(body -> body.contains(name)).count();
  }

  static synchronized void vanish() {
    running().destroy();
    server = null;
  }

  static synchronized void comeBack() {
    if (server == null) {
      listen(port);
    }
  }

  private static int listen(int wanted) {
    KubernetesMockServer started =
        new KubernetesMockServer(
            new io.fabric8.mockwebserver.Context(),
            new MockWebServer(),
            new HashMap<>(),
            DISPATCHER,
            false);
    started.init(InetAddress.getLoopbackAddress(), wanted);
    server = started;
    return started.getPort();
  }

  private static KubernetesMockServer running() {
    if (server == null) {
      throw new IllegalStateException("The API server has vanished");
    }
    return server;
  }

  private static class Dispatcher extends KubernetesMixedDispatcher {

    Dispatcher() {
      super(NO_SCRIPT);
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
      if (request.getMethod().equals("POST")) {
        Refusal refusal = REFUSALS.poll();
        CREATED.add(new String(request.getBody().getBytes(), StandardCharsets.UTF_8));
        if (refusal != null) {
          return answer(refusal);
        }
        if (VANISHES.compareAndSet(true, false)) {
          MockResponse created = super.dispatch(request);
          CompletableFuture.runAsync(ApiServer::vanish);
          return created.setBodyDelay(Duration.ofMinutes(1));
        }
      }
      return super.dispatch(request);
    }

    /** Kubernetes asks a client that it refuses with 429 to come again after a second. */
    private static MockResponse answer(Refusal refusal) {
      String status =
          """
          {"kind": "Status", "apiVersion": "v1", "status": "Failure", "code": %d,
           "reason": "%s", "message": "%s"}
          """
              .formatted(refusal.status(), refusal.reason(), refusal.message());
      return new MockResponse()
          .setResponseCode(refusal.status())
          .addHeader("Content-Type", "application/json")
          .addHeader("Retry-After", "1")
          .setBody(status);
    }
  }
}
