package io.daybreak.kit.testing;

import io.daybreak.contracts.queue.Queue;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** An SQS (ElasticMQ) of its own, with every queue of the product and its dead-letter queue. */
public final class EmbeddedQueues {

  private static final String REGION = "ap-northeast-2";

  private @Nullable SQSRestServer server;

  /** Starts it on a free port; returns the configuration of a service that uses it. */
  public Map<String, String> start() {
    server = SQSRestServerBuilder.withInterface("127.0.0.1").withPort(0).start();
    URI endpoint =
        URI.create("http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort());
    try (SqsClient sqs = client(endpoint)) {
      for (Queue queue : Queue.values()) {
        create(sqs, queue);
      }
    }
    return Map.ofEntries(
        Map.entry("quarkus.sqs.endpoint-override", endpoint.toString()),
        Map.entry("quarkus.sqs.aws.region", REGION),
        Map.entry("quarkus.sqs.aws.credentials.type", "static"),
        Map.entry("quarkus.sqs.aws.credentials.static-provider.access-key-id", "test"),
        Map.entry("quarkus.sqs.aws.credentials.static-provider.secret-access-key", "test"),
        Map.entry("daybreak.queues.long-poll", "1s"),
        Map.entry("daybreak.dead-letters.delay", "0s"),
        Map.entry("daybreak.dead-letters.interval", "200ms"),
        Map.entry("daybreak.alerts.every", "off"));
  }

  public void stop() {
    if (server != null) {
      server.stopAndWait();
    }
  }

  /** A client of any SQS that asks for no real credentials; the caller closes it. */
  public static SqsClient client(URI endpoint) {
    return SqsClient.builder()
        .endpointOverride(endpoint)
        .region(Region.of(REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .httpClientBuilder(ApacheHttpClient.builder())
        .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
        .build();
  }

  private static void create(SqsClient sqs, Queue queue) {
    String deadLetters =
        create(sqs, queue, queue.deadLetterName(), Queue.DEAD_LETTER_RETENTION, Map.of());
    String arn =
        sqs.getQueueAttributes(
                request ->
                    request.queueUrl(deadLetters).attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributes()
            .get(QueueAttributeName.QUEUE_ARN);
    String redrive =
        """
        {"deadLetterTargetArn":"%s","maxReceiveCount":%d}"""
            .formatted(arn, Queue.MAX_RECEIVE_COUNT);
    create(
        sqs,
        queue,
        queue.queueName(),
        Queue.RETENTION,
        Map.of(
            QueueAttributeName.REDRIVE_POLICY,
            redrive,
            QueueAttributeName.VISIBILITY_TIMEOUT,
            Long.toString(queue.visibilityTimeout().toSeconds())));
  }

  private static String create(
      SqsClient sqs,
      Queue queue,
      String name,
      Duration retention,
      Map<QueueAttributeName, String> more) {
    Map<QueueAttributeName, String> attributes = new HashMap<>(more);
    attributes.put(
        QueueAttributeName.MESSAGE_RETENTION_PERIOD, Long.toString(retention.toSeconds()));
    if (queue.fifo()) {
      attributes.put(QueueAttributeName.FIFO_QUEUE, "true");
    }
    return sqs.createQueue(request -> request.queueName(name).attributes(attributes)).queueUrl();
  }
}
