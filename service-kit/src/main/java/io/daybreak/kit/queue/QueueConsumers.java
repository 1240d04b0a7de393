package io.daybreak.kit.queue;

import io.daybreak.contracts.Message;
import io.daybreak.contracts.queue.Queue;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Consumes every queue that a {@link MessageHandler} bean is there for, while the service runs. */
@ApplicationScoped
class QueueConsumers {

  private final List<QueueConsumer> consumers = new ArrayList<>();
  private final List<MessageHandler<?>> handlers;
  private final MessageProcessor worker;
  private final SqsReceiver receiver;
  private final SqsClient sqs;
  private final QueueUrls urls;
  private final QueueSettings settings;
  private final QueueMetrics metrics;
  private final DatabaseGate database;
  private @Nullable ScheduledExecutorService heartbeats;

  QueueConsumers(
      @All List<MessageHandler<?>> handlers,
      MessageProcessor worker,
      SqsReceiver receiver,
      SqsClient sqs,
      QueueUrls urls,
      QueueSettings settings,
      QueueMetrics metrics,
      DatabaseGate database) {
    this.handlers = handlers;
    this.worker = worker;
    this.receiver = receiver;
    this.sqs = sqs;
    this.urls = urls;
    this.settings = settings;
    this.metrics = metrics;
    this.database = database;
  }

  void start(@Observes StartupEvent event) {
    rejectTwoForOneQueue();
    handlers.stream()
        .filter(handler -> settings.consumes(handler.queue()))
        .forEach(handler -> consumers.add(consumer(handler)));
    if (consumers.isEmpty()) {
      return;
    }
    heartbeats =
        Executors.newScheduledThreadPool(
            consumers.size(),
            task -> {
              Thread thread = new Thread(task, "queue-heartbeat");
              thread.setDaemon(true);
              return thread;
            });
    for (QueueConsumer consumer : consumers) {
      long millis = consumer.inFlight().heartbeat().toMillis();
      heartbeats.scheduleWithFixedDelay(
          consumer.inFlight()::renew, millis, millis, TimeUnit.MILLISECONDS);
      consumer.start();
    }
  }

  /**
   * Ends gracefully: takes nothing new, finishes what is in flight. Lasts up to {@code
   * daybreak.queues.long-poll} plus {@code daybreak.queues.stop-timeout}, which the orchestrator's
   * grace period has to exceed.
   */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    consumers.forEach(QueueConsumer::stopReceiving);
    long deadline = System.nanoTime() + settings.stopTimeout().plus(settings.longPoll()).toNanos();
    for (QueueConsumer consumer : consumers) {
      Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
      if (!consumer.finish(left)) {
        Log.errorf(
            "%d messages of %s were not finished in time and become dead letters",
            consumer.inFlight().size(), consumer.queue().queueName());
      }
    }
    consumers.clear();
    if (heartbeats != null) {
      heartbeats.shutdownNow();
    }
  }

  List<QueueConsumer> running() {
    return List.copyOf(consumers);
  }

  private QueueConsumer consumer(MessageHandler<?> handler) {
    Queue queue = handler.queue();
    InFlight inFlight = new InFlight(queue, sqs, urls, settings);
    metrics.watch(queue, inFlight);
    return new QueueConsumer(
        anyMessage(handler), worker, receiver, inFlight, database, settings.concurrencyOf(queue));
  }

  /** The worker hands over whatever arrives; a message of the wrong type fails there. */
  @SuppressWarnings("unchecked")
  private static MessageHandler<Message> anyMessage(MessageHandler<?> handler) {
    return (MessageHandler<Message>) handler;
  }

  private void rejectTwoForOneQueue() {
    Set<Queue> seen = new HashSet<>();
    for (MessageHandler<?> handler : handlers) {
      if (!seen.add(handler.queue())) {
        throw new IllegalStateException("Two beans handle the messages of " + handler.queue());
      }
    }
  }
}
