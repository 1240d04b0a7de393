package io.daybreak.orders.order;

/** Where a version of an order came from. */
public enum OrderSource {
  WEBHOOK,
  /** Read from the Admin API. */
  SHOPIFY,
  CSV
}
