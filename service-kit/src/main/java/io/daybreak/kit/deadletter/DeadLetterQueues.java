package io.daybreak.kit.deadletter;

import io.daybreak.contracts.queue.Queue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The dead-letter queues at SQS. All methods block; all throw {@code SdkException}. */
@ApplicationScoped
class DeadLetterQueues {

  /** Long enough to record ten letters, short enough that those of a crash come back soon. */
  private static final int HIDDEN_SECONDS = 60;

  private static final int BATCH = 10;

  private final Map<Queue, String> urls = new ConcurrentHashMap<>();
  private final SqsClient sqs;
  private final DeadLetterSettings settings;

  DeadLetterQueues(SqsClient sqs, DeadLetterSettings settings) {
    this.sqs = sqs;
    this.settings = settings;
  }

  /** Up to ten dead letters of a queue, hidden from others until they are deleted. */
  List<ReceivedDeadLetter> receive(Queue queue) {
    String url = url(queue);
    return sqs
        .receiveMessage(
            request ->
                request
                    .queueUrl(url)
                    .maxNumberOfMessages(BATCH)
                    .visibilityTimeout(HIDDEN_SECONDS)
                    .messageAttributeNames(ReceivedDeadLetter.TYPE)
                    .messageSystemAttributeNames(
                        MessageSystemAttributeName.MESSAGE_GROUP_ID,
                        MessageSystemAttributeName.SENT_TIMESTAMP)
                    .overrideConfiguration(o -> o.apiCallTimeout(settings.callTimeout())))
        .messages()
        .stream()
        .map(message -> ReceivedDeadLetter.of(queue, message))
        .toList();
  }

  void delete(ReceivedDeadLetter message) {
    sqs.deleteMessage(
        request ->
            request
                .queueUrl(url(message.queue()))
                .receiptHandle(message.receiptHandle())
                .overrideConfiguration(o -> o.apiCallTimeout(settings.callTimeout())));
  }

  /** How many letters SQS still has, received ones included. */
  long depth(Queue queue) {
    Map<QueueAttributeName, String> attributes =
        sqs.getQueueAttributes(
                request ->
                    request
                        .queueUrl(url(queue))
                        .attributeNames(
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE)
                        .overrideConfiguration(o -> o.apiCallTimeout(settings.callTimeout())))
            .attributes();
    return attributes.values().stream().mapToLong(Long::parseLong).sum();
  }

  private String url(Queue queue) {
    String url = urls.get(queue);
    if (url == null) {
      url =
          sqs.getQueueUrl(
                  request ->
                      request
                          .queueName(queue.deadLetterName())
                          .overrideConfiguration(o -> o.apiCallTimeout(settings.callTimeout())))
              .queueUrl();
      urls.put(queue, url);
    }
    return url;
  }
}
