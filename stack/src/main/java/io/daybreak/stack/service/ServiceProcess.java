package io.daybreak.stack.service;

import io.daybreak.stack.process.BoundProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One running instance of a service. */
public final class ServiceProcess implements AutoCloseable {

  private static final Duration READY_WITHIN = Duration.ofSeconds(180);
  private static final Duration ASK_EVERY = Duration.ofMillis(200);
  private static final int LAST_LINES = 25;

  private final ServiceLaunch launch;
  private final BoundProcess process;

  private ServiceProcess(ServiceLaunch launch, BoundProcess process) {
    this.launch = launch;
    this.process = process;
  }

  /** Starts the instance; it is not ready yet. */
  public static ServiceProcess start(ServiceLaunch launch) throws IOException {
    return new ServiceProcess(
        launch, BoundProcess.start(launch.command(), launch.environment(), launch.log()));
  }

  public ServiceLaunch launch() {
    return launch;
  }

  public long processId() {
    return process.processId();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Waits until the readiness check answers 200.
   *
   * @throws ServiceNotReadyException if the process ends before, or takes longer than 180 s
   */
  public void awaitReady() throws InterruptedException {
    Instant deadline = Instant.now().plus(READY_WITHIN);
    URI readiness = launch.url().resolve("/q/health/ready");
    HttpClient client = HttpClient.newHttpClient();
    while (!answers(client, readiness)) {
      if (!process.isAlive()) {
        throw notReady("ended with exit code " + process.exitCode());
      }
      if (Instant.now().isAfter(deadline)) {
        throw notReady("was not ready within " + READY_WITHIN.toSeconds() + " s");
      }
      Thread.sleep(ASK_EVERY.toMillis());
    }
  }

  /** Ends the process as {@code kill -9} does; nothing of it can tidy up. */
  public void kill() throws InterruptedException {
    process.kill();
  }

  /** Asks the service to stop and does not wait, so that all of them stop at the same time. */
  public void askToStop() {
    process.askToStop();
  }

  @Override
  public void close() {
    process.close();
  }

  private static boolean answers(HttpClient client, URI readiness) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(readiness).timeout(Duration.ofSeconds(5)).GET().build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false; // Nothing listens yet.
    }
  }

  private ServiceNotReadyException notReady(String what) {
    return new ServiceNotReadyException(launch, what, lastLines());
  }

  private List<String> lastLines() {
    try {
      List<String> lines = Files.readAllLines(launch.log());
      return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    } catch (IOException e) {
      return List.of("(the log cannot be read: " + e.getMessage() + ")");
    }
  }
}
