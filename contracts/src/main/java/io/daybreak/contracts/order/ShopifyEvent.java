package io.daybreak.contracts.order;

import io.daybreak.contracts.Message;
import io.daybreak.contracts.queue.Queue;
import java.util.UUID;

/**
 * A webhook delivery that was recorded and waits to be applied. The payload stays in the record:
 * Shopify's bodies may exceed what a message holds, and a customer's data belongs in one place.
 */
public sealed interface ShopifyEvent extends Message permits OrderDelivered, ShopNoticeDelivered {

  /** The record of the delivery. */
  UUID deliveryId();

  /** The shop's permanent domain, such as {@code demo.myshopify.com}. */
  String shop();

  /** Shopify's name of what happened, such as {@code orders/updated}. */
  String topic();

  @Override
  default Queue queue() {
    return Queue.SHOPIFY_EVENTS;
  }

  @Override
  default String deduplicationId() {
    return deliveryId().toString();
  }
}
