package io.daybreak.kit.queue;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once SQS has named every queue this service consumes. It stays ready through a later outage
 * of SQS: requests need no queue, their messages wait in the outbox.
 */
@Readiness
@ApplicationScoped
class QueuesReady implements HealthCheck {

  private final QueueConsumers consumers;

  QueuesReady(QueueConsumers consumers) {
    this.consumers = consumers;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("queues found").up();
    for (QueueConsumer consumer : consumers.running()) {
      response.withData(consumer.queue().queueName(), consumer.found());
      if (!consumer.found()) {
        response.down();
      }
    }
    return response.build();
  }
}
