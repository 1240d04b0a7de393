package io.daybreak.kit.queue;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/** Alive while a thread asks for messages of every queue this service consumes. */
@Liveness
@ApplicationScoped
class QueuesAlive implements HealthCheck {

  private final QueueConsumers consumers;

  QueuesAlive(QueueConsumers consumers) {
    this.consumers = consumers;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("queues polled").up();
    for (QueueConsumer consumer : consumers.running()) {
      response.withData(consumer.queue().queueName(), consumer.alive());
      if (!consumer.alive()) {
        response.down();
      }
    }
    return response.build();
  }
}
