package io.daybreak.kit.queue;

import io.daybreak.contracts.MessageTypes;
import io.daybreak.contracts.queue.Queue;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;

/**
 * {@code daybreak.messages}: how many messages were handled, how long each took, and how it ended;
 * {@code daybreak.messages.in.flight}: how many are in flight.
 */
@ApplicationScoped
class QueueMetrics {

  private final MeterRegistry registry;

  QueueMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  /** How the handling of a message ended. */
  enum Outcome {
    HANDLED,
    FAILED,
    UNREADABLE
  }

  Timer.Sample begin() {
    return Timer.start(registry);
  }

  void end(Timer.Sample sample, Delivery delivery, Outcome outcome) {
    String type = MessageTypes.byName(delivery.type()).isPresent() ? delivery.type() : "unknown";
    sample.stop(
        registry.timer(
            "daybreak.messages",
            "queue",
            delivery.queue().queueName(),
            "type",
            type,
            "outcome",
            outcome.name().toLowerCase(Locale.ROOT)));
  }

  void watch(Queue queue, InFlight inFlight) {
    registry.gauge(
        "daybreak.messages.in.flight",
        List.of(Tag.of("queue", queue.queueName())),
        inFlight,
        InFlight::size);
  }
}
