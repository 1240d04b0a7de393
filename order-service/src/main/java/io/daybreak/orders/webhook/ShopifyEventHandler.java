package io.daybreak.orders.webhook;

import io.daybreak.contracts.order.ShopifyEvent;
import io.daybreak.contracts.queue.Queue;
import io.daybreak.kit.queue.MessageHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Applies deliveries as the queue hands them out: those of one order one after the other. */
@ApplicationScoped
class ShopifyEventHandler implements MessageHandler<ShopifyEvent> {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final DeliveryApplier applier;

  ShopifyEventHandler(DeliveryApplier applier) {
    this.applier = applier;
  }

  @Override
  public Queue queue() {
    return Queue.SHOPIFY_EVENTS;
  }

  @Override
  public void handle(ShopifyEvent event) {
    applier.apply(event.deliveryId()).await().atMost(PATIENCE);
  }
}
