package io.daybreak.kit.queue;

import io.daybreak.contracts.queue.Queue;
import jakarta.enterprise.context.ApplicationScoped;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** How many messages are outstanding, by SQS's own count. */
@ApplicationScoped
public class QueueDepths {

  private final SqsClient sqs;
  private final QueueUrls urls;
  private final QueueSettings settings;

  QueueDepths(SqsClient sqs, QueueUrls urls, QueueSettings settings) {
    this.sqs = sqs;
    this.urls = urls;
    this.settings = settings;
  }

  /**
   * Messages of a queue that wait, are delayed or are being handled; SQS's count may be a minute
   * old. Blocks for a call.
   *
   * @throws QueueUnavailableException if SQS does not say
   */
  public long of(Queue queue) {
    try {
      return sqs
          .getQueueAttributes(
              request ->
                  request
                      .queueUrl(urls.of(queue))
                      .attributeNames(
                          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED,
                          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE)
                      .overrideConfiguration(o -> o.apiCallTimeout(settings.callTimeout())))
          .attributes()
          .values()
          .stream()
          .mapToLong(Long::parseLong)
          .sum();
    } catch (SdkException e) {
      throw new QueueUnavailableException(queue, e.getMessage(), e);
    }
  }
}
