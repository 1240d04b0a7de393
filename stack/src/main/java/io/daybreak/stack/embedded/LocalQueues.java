package io.daybreak.stack.embedded;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.contracts.queue.Queue;
import io.daybreak.simulators.kernel.Host;
import io.daybreak.simulators.kernel.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;

/** SQS as ElasticMQ speaks it, with every queue of the product and its dead-letter queue. */
public final class LocalQueues implements AutoCloseable {

  /** ElasticMQ's names for the region and the account, as they appear in its ARNs. */
  public static final String REGION = "elasticmq";

  private static final String ACCOUNT = "000000000000";
  private static final int PREFERRED_PORT = 9324;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SQSRestServer server;
  private final URI endpoint;

  private LocalQueues(SQSRestServer server, URI endpoint) {
    this.server = server;
    this.endpoint = endpoint;
  }

  public static LocalQueues start() throws IOException, InterruptedException {
    int port = Ports.preferably(PREFERRED_PORT);
    SQSRestServer server =
        SQSRestServerBuilder.withInterface(Host.listen())
            .withPort(port)
            .withServerAddress(new org.elasticmq.NodeAddress("http", Host.name(), port, ""))
            .start();
    server.waitUntilStarted();
    LocalQueues queues = new LocalQueues(server, URI.create("http://127.0.0.1:" + port));
    for (Queue queue : Queue.values()) {
      queues.create(queue);
    }
    return queues;
  }

  public URI endpoint() {
    return endpoint;
  }

  private void create(Queue queue) throws IOException, InterruptedException {
    create(queue.deadLetterName(), attributes(queue, Queue.DEAD_LETTER_RETENTION));
    Map<String, String> attributes = attributes(queue, Queue.RETENTION);
    attributes.put("RedrivePolicy", redriveTo(queue.deadLetterName()));
    create(queue.queueName(), attributes);
  }

  private static Map<String, String> attributes(Queue queue, Duration retention) {
    Map<String, String> attributes = new TreeMap<>();
    attributes.put("VisibilityTimeout", Long.toString(queue.visibilityTimeout().toSeconds()));
    attributes.put("MessageRetentionPeriod", Long.toString(retention.toSeconds()));
    if (queue.fifo()) {
      attributes.put("FifoQueue", "true");
      attributes.put("ContentBasedDeduplication", "false");
    }
    return attributes;
  }

  private static String redriveTo(String deadLetterQueue) throws IOException {
    return JSON.writeValueAsString(
        Map.of(
            "deadLetterTargetArn",
            "arn:aws:sqs:%s:%s:%s".formatted(REGION, ACCOUNT, deadLetterQueue),
            "maxReceiveCount",
            Queue.MAX_RECEIVE_COUNT));
  }

  /** One call of SQS's JSON protocol; the stack needs no SDK for two calls a queue. */
  private void create(String name, Map<String, String> attributes)
      throws IOException, InterruptedException {
    String body = JSON.writeValueAsString(Map.of("QueueName", name, "Attributes", attributes));
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .header("X-Amz-Target", "AmazonSQS.CreateQueue")
            .header("Content-Type", "application/x-amz-json-1.0")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException("Queue %s was refused: %s".formatted(name, response.body()));
    }
  }

  @Override
  public void close() {
    server.stopAndWait();
  }
}
