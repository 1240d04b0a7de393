package io.daybreak.kit.queue;

import io.daybreak.contracts.queue.Queue;
import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResponse;

/**
 * The deliveries of one queue that this process has received and not yet finished. {@link #renew}
 * keeps them hidden; when the process dies, nobody does, and they become dead letters.
 */
class InFlight {

  private static final int BATCH = 10;

  private final Map<String, Delivery> deliveries = new ConcurrentHashMap<>();

  /** Held while deliveries are renewed, so that none is renewed after it was let go. */
  private final Lock renewing = new ReentrantLock();

  private final Queue queue;
  private final SqsClient sqs;
  private final QueueUrls urls;
  private final QueueSettings settings;

  InFlight(Queue queue, SqsClient sqs, QueueUrls urls, QueueSettings settings) {
    this.queue = queue;
    this.sqs = sqs;
    this.urls = urls;
    this.settings = settings;
  }

  void add(Delivery delivery) {
    deliveries.put(delivery.receiptHandle(), delivery);
  }

  /** Lets go of a delivery, before it is deleted or made visible. */
  void remove(Delivery delivery) {
    renewing.lock();
    try {
      deliveries.remove(delivery.receiptHandle());
    } finally {
      renewing.unlock();
    }
  }

  int size() {
    return deliveries.size();
  }

  /** How often {@link #renew} has to be called: two may fail before a delivery is lost. */
  Duration heartbeat() {
    return settings.visibilityTimeoutOf(queue).dividedBy(3);
  }

  /** Hides every delivery for another visibility timeout. */
  void renew() {
    renewing.lock();
    try {
      List<Delivery> all = List.copyOf(deliveries.values());
      for (int from = 0; from < all.size(); from += BATCH) {
        renew(all.subList(from, Math.min(from + BATCH, all.size())));
      }
    } finally {
      renewing.unlock();
    }
  }

  private void renew(List<Delivery> batch) {
    int seconds = (int) settings.visibilityTimeoutOf(queue).toSeconds();
    List<ChangeMessageVisibilityBatchRequestEntry> entries = new ArrayList<>(batch.size());
    for (Delivery delivery : batch) {
      entries.add(
          ChangeMessageVisibilityBatchRequestEntry.builder()
              .id(Integer.toString(entries.size()))
              .receiptHandle(delivery.receiptHandle())
              .visibilityTimeout(seconds)
              .build());
    }
    try {
      ChangeMessageVisibilityBatchResponse response =
          sqs.changeMessageVisibilityBatch(
              request ->
                  request
                      .queueUrl(urls.of(queue))
                      .entries(entries)
                      .overrideConfiguration(o -> o.apiCallTimeout(settings.callTimeout())));
      response
          .failed()
          .forEach(failed -> warn(batch.get(Integer.parseInt(failed.id())), failed.message()));
    } catch (RuntimeException e) { // the edge of the heartbeat: the next beat may succeed
      batch.forEach(delivery -> warn(delivery, e.getMessage()));
    }
  }

  private void warn(Delivery delivery, @Nullable String reason) {
    Log.warnf(
        "Message %s of %s is in flight but could not be kept hidden: %s",
        delivery.messageId(), queue.queueName(), reason);
  }
}
