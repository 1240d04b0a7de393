package io.daybreak.kit.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.contracts.queue.Queue;
import io.daybreak.kit.doctor.Result;
import io.daybreak.kit.doctor.Result.Verdict;
import io.daybreak.kit.testing.EmbeddedQueues;
import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Queues of an SQS of its own, made right and wrong. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class QueuesCheckTest {

  private static final Queue QUEUE = Queue.SHEET_COMMANDS;

  @Inject QueueSettings settings;
  @Inject ObjectMapper json;
  @Inject ScriptedHandler handler;

  private final EmbeddedQueues queues = new EmbeddedQueues();
  private SqsClient sqs;

  @BeforeEach
  void start() {
    sqs = EmbeddedQueues.client(URI.create(queues.start().get("quarkus.sqs.endpoint-override")));
  }

  @AfterEach
  void stop() {
    sqs.close();
    queues.stop();
  }

  @Test
  void queuesAsTheContractsWantThemAreWell() {
    Result result = look();

    assertThat(result.verdict()).as(result.english()).isEqualTo(Verdict.OK);
    assertThat(result.english()).contains(QUEUE.queueName());
  }

  @Test
  void aQueueThatDeliversTwiceIsWrong() {
    Map<QueueAttributeName, String> attributes = attributes(QUEUE.queueName());
    delete(QUEUE.queueName());
    Map<QueueAttributeName, String> wrong = new HashMap<>();
    wrong.put(QueueAttributeName.FIFO_QUEUE, "true");
    wrong.put(
        QueueAttributeName.REDRIVE_POLICY,
        attributes
            .get(QueueAttributeName.REDRIVE_POLICY)
            .replaceFirst("\"maxReceiveCount\":\"?1\"?", "\"maxReceiveCount\":5"));
    sqs.createQueue(request -> request.queueName(QUEUE.queueName()).attributes(wrong));

    Result result = look();

    assertThat(result.verdict()).isEqualTo(Verdict.WRONG);
    assertThat(result.english()).contains("maxReceiveCount is 5, not 1");
  }

  @Test
  void aQueueWithoutDeadLettersIsWrong() {
    delete(QUEUE.queueName());
    sqs.createQueue(
        request ->
            request
                .queueName(QUEUE.queueName())
                .attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")));

    Result result = look();

    assertThat(result.verdict()).isEqualTo(Verdict.WRONG);
    assertThat(result.english())
        .contains("maxReceiveCount is not set", "do not go to " + QUEUE.deadLetterName());
  }

  @Test
  void aQueueThatNobodyMadeIsWrong() {
    delete(QUEUE.queueName());

    Result result = look();

    assertThat(result.verdict()).isEqualTo(Verdict.WRONG);
    assertThat(result.english()).contains(QUEUE.queueName() + ": does not exist");
    assertThat(result.korean()).contains(QUEUE.queueName());
  }

  private Result look() {
    return new QueuesCheck(sqs, new QueueUrls(sqs, settings), settings, json, List.of(handler))
        .look();
  }

  private Map<QueueAttributeName, String> attributes(String name) {
    String url = sqs.getQueueUrl(request -> request.queueName(name)).queueUrl();
    return sqs.getQueueAttributes(
            request -> request.queueUrl(url).attributeNames(QueueAttributeName.ALL))
        .attributes();
  }

  private void delete(String name) {
    String url = sqs.getQueueUrl(request -> request.queueName(name)).queueUrl();
    sqs.deleteQueue(request -> request.queueUrl(url));
  }
}
