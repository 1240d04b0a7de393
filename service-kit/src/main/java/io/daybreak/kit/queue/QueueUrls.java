package io.daybreak.kit.queue;

import io.daybreak.contracts.queue.Queue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Where the queues are: asked for once each. Queues are made by whoever runs SQS, never here. */
@ApplicationScoped
class QueueUrls {

  private final Map<Queue, String> known = new ConcurrentHashMap<>();
  private final SqsClient sqs;

  private final QueueSettings settings;

  QueueUrls(SqsClient sqs, QueueSettings settings) {
    this.sqs = sqs;
    this.settings = settings;
  }

  /**
   * The queue's URL.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException if SQS does not tell
   */
  String of(Queue queue) {
    String url = known.get(queue);
    if (url == null) {
      url =
          sqs.getQueueUrl(
                  request ->
                      request
                          .queueName(queue.queueName())
                          .overrideConfiguration(o -> o.apiCallTimeout(settings.callTimeout())))
              .queueUrl();
      known.put(queue, url);
    }
    return url;
  }
}
