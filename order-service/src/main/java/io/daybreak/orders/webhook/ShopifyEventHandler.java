package io.daybreak.orders.webhook;

import io.daybreak.contracts.order.ShopifyEvent;
import io.daybreak.contracts.queue.Queue;
import io.daybreak.kit.queue.MessageHandler;
import io.daybreak.kit.sql.BlockingSql;
import jakarta.enterprise.context.ApplicationScoped;

/** Applies deliveries as the queue hands them out: those of one order one after the other. */
@ApplicationScoped
class ShopifyEventHandler implements MessageHandler<ShopifyEvent> {

  private final BlockingSql sql;
  private final DeliveryApplier applier;

  ShopifyEventHandler(BlockingSql sql, DeliveryApplier applier) {
    this.sql = sql;
    this.applier = applier;
  }

  @Override
  public Queue queue() {
    return Queue.SHOPIFY_EVENTS;
  }

  @Override
  public void handle(ShopifyEvent event) {
    sql.await(applier.apply(event.deliveryId()));
  }
}
