package io.daybreak.kit.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * {@code daybreak.outbox.messages} by outcome, and {@code daybreak.outbox.age.seconds}: how long
 * the oldest message had waited when this process last looked.
 */
@ApplicationScoped
class OutboxMetrics {

  private final Counter sent;
  private final Counter refused;
  private volatile double age;

  OutboxMetrics(MeterRegistry registry) {
    this.sent = registry.counter("daybreak.outbox.messages", "outcome", "sent");
    this.refused = registry.counter("daybreak.outbox.messages", "outcome", "refused");
    registry.gauge("daybreak.outbox.age.seconds", this, metrics -> metrics.age);
  }

  void waiting(List<PendingMessage> messages) {
    age = messages.isEmpty() ? 0 : messages.get(0).ageSeconds();
  }

  void settled(BatchSend sending) {
    sent.increment(sending.sent().size());
    refused.increment(sending.refused().size());
  }
}
