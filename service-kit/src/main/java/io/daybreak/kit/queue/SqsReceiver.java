package io.daybreak.kit.queue;

import io.daybreak.contracts.queue.Queue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** The one call that takes messages from SQS. */
@ApplicationScoped
class SqsReceiver {

  /** SQS hands out at most ten messages a call. */
  static final int BATCH = 10;

  private final SqsClient sqs;
  private final QueueUrls urls;
  private final QueueSettings settings;

  SqsReceiver(SqsClient sqs, QueueUrls urls, QueueSettings settings) {
    this.sqs = sqs;
    this.urls = urls;
    this.settings = settings;
  }

  /**
   * Makes sure that the queue is there.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException if SQS does not say so
   */
  void find(Queue queue) {
    urls.of(queue);
  }

  /**
   * Waits for messages and takes up to {@code most}; none if none comes in time.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException if SQS does not answer
   */
  List<Delivery> receive(Queue queue, int most) {
    String url = urls.of(queue);
    return sqs
        .receiveMessage(
            request ->
                request
                    .queueUrl(url)
                    .maxNumberOfMessages(Math.min(most, BATCH))
                    .waitTimeSeconds((int) settings.longPoll().toSeconds())
                    .visibilityTimeout((int) settings.visibilityTimeoutOf(queue).toSeconds())
                    .messageAttributeNames(Delivery.TYPE, TraceContext.TRACEPARENT)
                    .messageSystemAttributeNames(MessageSystemAttributeName.MESSAGE_GROUP_ID)
                    .overrideConfiguration(
                        o -> o.apiCallTimeout(settings.longPoll().plus(settings.callTimeout()))))
        .messages()
        .stream()
        .map(message -> new Delivery(queue, message))
        .toList();
  }
}
