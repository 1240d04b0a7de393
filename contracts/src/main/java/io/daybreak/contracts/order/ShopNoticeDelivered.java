package io.daybreak.contracts.order;

import java.util.UUID;

/** A delivery about the shop or one of its customers: {@code app/uninstalled}, compliance. */
public record ShopNoticeDelivered(UUID deliveryId, String shop, String topic)
    implements ShopifyEvent {

  @Override
  public String group() {
    return shop;
  }
}
