package io.daybreak.acceptance.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.acceptance.Daybreak;
import io.daybreak.contracts.queue.Queue;
import io.daybreak.stack.service.ServiceName;
import io.daybreak.stack.start.Stack;
import io.daybreak.stack.start.StackOptions;
import io.daybreak.stack.start.Workspace;
import java.io.IOException;
import java.io.Reader;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock("PostgreSQL unpacked into a folder that is deleted, known to the whole JVM")
class StackTest {

  private static final StackOptions NO_SERVICES = StackOptions.of(Set.of());

  @Test
  void twoStacksRunBesideEachOtherAndLeaveNothingButLogs(@TempDir Path root) throws Exception {
    Workspace workspace = new Workspace(root);

    try (Stack first = Stack.start(workspace, NO_SERVICES);
        Stack second = Stack.start(workspace, NO_SERVICES)) {
      assertThat(first.outside().databases().jdbcUrl("import"))
          .isNotEqualTo(second.outside().databases().jdbcUrl("import"));
      assertThat(stackFile(workspace).path("outside").path("sqs").asText())
          .isEqualTo(second.outside().queues().endpoint().toString());
      try (var connection =
          DriverManager.getConnection(
              first.outside().databases().jdbcUrl("order"), "order", "order")) {
        connection.createStatement().execute("CREATE TABLE t (id int)");
      }
    }

    assertThat(workspace.stackFile()).doesNotExist();
    try (Stream<Path> runs = Files.list(root.resolve(".daybreak/runs"))) {
      assertThat(runs).isEmpty();
    }
  }

  @Test
  void everyQueueHasItsDeadLetterQueue(@TempDir Path root) throws Exception {
    try (Stack stack = Stack.start(new Workspace(root), NO_SERVICES)) {
      for (Queue queue : Queue.values()) {
        String policy = redrivePolicy(stack, queue);

        assertThat(policy).contains("\"maxReceiveCount\":1", queue.deadLetterName());
      }
    }
  }

  @Test
  void servicesAreToldOfEachOtherAndOfThemselves(@TempDir Path root) throws Exception {
    try (Stack stack = Stack.start(new Workspace(root), NO_SERVICES)) {
      Properties console = settings(stack, ServiceName.CONSOLE);
      URI issuer = URI.create(console.getProperty("quarkus.oidc.auth-server-url"));

      assertThat(issuer).isEqualTo(stack.outside().simulators().signIn().url());
      assertThat(console)
          .containsEntry("daybreak.console.services.sheet-service", "http://127.0.0.1:8082")
          .doesNotContainKey("quarkus.datasource.jdbc.url");
      assertThat(settings(stack, ServiceName.ORDER))
          .containsEntry("daybreak.orders.public-url", "http://127.0.0.1:8083");
      assertThat(stack.console()).isEmpty();
    }
  }

  @Test
  void whatAKilledLauncherStartedEndsAndDoesNotBlockTheNext(@TempDir Path root) throws Exception {
    Workspace workspace = new Workspace(root);
    Process launcher =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Ddaybreak.root=" + root,
                "-cp",
                System.getProperty("java.class.path"),
                Daybreak.class.getName(),
                "up",
                "--services",
                "none")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    await("the launcher describes its stack")
        .atMost(Duration.ofSeconds(60))
        .until(() -> Files.exists(workspace.stackFile()));
    URI database =
        URI.create(
            stackFile(workspace).path("outside").path("database-import").asText().substring(5));

    launcher.destroyForcibly().waitFor();

    try (Stack next = Stack.start(workspace, NO_SERVICES)) {
      assertThat(next.outside().queues().endpoint()).isNotNull();
    }
    await("the killed launcher's database ends")
        .atMost(Duration.ofSeconds(20))
        .until(() -> nobodyListensAt(database.getPort()));
  }

  private static Properties settings(Stack stack, ServiceName service) throws IOException {
    Properties settings = new Properties();
    try (Reader file = Files.newBufferedReader(stack.folder().settingsOf(service))) {
      settings.load(file);
    }
    return settings;
  }

  private static String redrivePolicy(Stack stack, Queue queue)
      throws IOException, InterruptedException {
    URI endpoint = stack.outside().queues().endpoint();
    String body =
        "{\"QueueUrl\":\"%s/000000000000/%s\",\"AttributeNames\":[\"All\"]}"
            .formatted(endpoint, queue.queueName());
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .header("X-Amz-Target", "AmazonSQS.GetQueueAttributes")
            .header("Content-Type", "application/x-amz-json-1.0")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    String answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    return new ObjectMapper().readTree(answer).path("Attributes").path("RedrivePolicy").asText();
  }

  private static JsonNode stackFile(Workspace workspace) throws IOException {
    return new ObjectMapper().readTree(workspace.stackFile().toFile());
  }

  private static boolean nobodyListensAt(int port) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      return false;
    } catch (ConnectException e) {
      return true;
    }
  }
}
