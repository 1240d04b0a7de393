package io.daybreak.kit.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.contracts.queue.Queue;
import io.daybreak.kit.doctor.Check;
import io.daybreak.kit.doctor.Result;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/**
 * Whether the queues that this service consumes are as the contracts want them: of their kind, and
 * with a dead-letter queue after one delivery, since another number would repeat work.
 */
@ApplicationScoped
class QueuesCheck implements Check {

  private final SqsClient sqs;
  private final QueueUrls urls;
  private final QueueSettings settings;
  private final ObjectMapper json;
  private final List<Queue> queues;

  QueuesCheck(
      SqsClient sqs,
      QueueUrls urls,
      QueueSettings settings,
      ObjectMapper json,
      @All List<MessageHandler<?>> handlers) {
    this.sqs = sqs;
    this.urls = urls;
    this.settings = settings;
    this.json = json;
    this.queues = handlers.stream().map(MessageHandler::queue).sorted().toList();
  }

  @Override
  public String name() {
    return "queues";
  }

  @Override
  public Result look() {
    List<String> wrong = new ArrayList<>();
    for (Queue queue : queues) {
      look(queue, wrong);
    }
    if (!wrong.isEmpty()) {
      String all = String.join("; ", wrong);
      return Result.wrong(
          "Not as the template k8s/aws/daybreak.yaml makes them: %s.".formatted(all),
          "k8s/aws/daybreak.yaml 템플릿과 다릅니다: %s.".formatted(all));
    }
    String names = String.join(", ", queues.stream().map(Queue::queueName).toList());
    return Result.ok("As they should be: %s.".formatted(names), "정상입니다: %s.".formatted(names));
  }

  private void look(Queue queue, List<String> wrong) {
    try {
      Map<QueueAttributeName, String> attributes =
          sqs.getQueueAttributes(
                  request ->
                      request
                          .queueUrl(urls.of(queue))
                          .attributeNames(QueueAttributeName.ALL)
                          .overrideConfiguration(o -> o.apiCallTimeout(settings.callTimeout())))
              .attributes();
      boolean fifo = Boolean.parseBoolean(attributes.get(QueueAttributeName.FIFO_QUEUE));
      if (fifo != queue.fifo()) {
        wrong.add("%s: FifoQueue is %s".formatted(queue.queueName(), fifo));
      }
      JsonNode redrive =
          json.readTree(attributes.getOrDefault(QueueAttributeName.REDRIVE_POLICY, "{}"));
      int deliveries = redrive.path("maxReceiveCount").asInt();
      if (deliveries != Queue.MAX_RECEIVE_COUNT) {
        wrong.add(
            "%s: maxReceiveCount is %s, not %d"
                .formatted(
                    queue.queueName(),
                    deliveries == 0 ? "not set" : deliveries,
                    Queue.MAX_RECEIVE_COUNT));
      }
      if (!redrive.path("deadLetterTargetArn").asText().endsWith(":" + queue.deadLetterName())) {
        wrong.add(
            "%s: its dead letters do not go to %s"
                .formatted(queue.queueName(), queue.deadLetterName()));
      }
    } catch (QueueDoesNotExistException e) {
      wrong.add("%s: does not exist".formatted(queue.queueName()));
    } catch (SdkException e) {
      wrong.add(
          "%s: SQS does not tell (%s)".formatted(queue.queueName(), e.getClass().getSimpleName()));
    } catch (JsonProcessingException e) {
      wrong.add("%s: its RedrivePolicy is no JSON".formatted(queue.queueName()));
    }
  }
}
