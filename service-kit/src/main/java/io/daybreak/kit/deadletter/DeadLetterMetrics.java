package io.daybreak.kit.deadletter;

import io.daybreak.contracts.queue.Queue;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/**
 * {@code daybreak.dead.letters.recorded}: letters taken from SQS, those that cannot be read apart;
 * {@code daybreak.dead.letters.settled}: how synchronisations ended.
 */
@ApplicationScoped
class DeadLetterMetrics {

  private final MeterRegistry registry;

  DeadLetterMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void recorded(Queue queue, DeadLetterState state) {
    count("daybreak.dead.letters.recorded", queue, state);
  }

  void settled(Queue queue, DeadLetterState state) {
    count("daybreak.dead.letters.settled", queue, state);
  }

  private void count(String name, Queue queue, DeadLetterState state) {
    registry
        .counter(name, "queue", queue.queueName(), "state", state.name().toLowerCase(Locale.ROOT))
        .increment();
  }
}
