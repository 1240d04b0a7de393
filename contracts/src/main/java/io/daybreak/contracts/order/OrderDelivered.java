package io.daybreak.contracts.order;

import java.util.UUID;

/**
 * A delivery about one order: {@code orders/*}, {@code fulfillments/*}, {@code refunds/*}.
 *
 * @param orderId Shopify's id of the order, 64 bits
 */
public record OrderDelivered(UUID deliveryId, String shop, long orderId, String topic)
    implements ShopifyEvent {

  @Override
  public String group() {
    return shop + "/" + orderId;
  }
}
