package io.daybreak.orders.shopify;

/** A shop whose Admin API may be asked. */
record ShopifyShop(long id, String domain, String token) {

  @Override
  public String toString() {
    return "ShopifyShop[" + domain + "]";
  }
}
