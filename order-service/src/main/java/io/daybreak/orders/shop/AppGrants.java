package io.daybreak.orders.shop;

import io.smallrye.mutiny.Uni;

/** Asks Shopify for tokens. */
public interface AppGrants {

  /**
   * A token for the app on the shop. That there is one proves that the app is installed there and
   * is of the shop's own organisation; anything else is a problem (422 refused, or without a scope
   * that the product needs; 502, 503 without an answer).
   */
  Uni<AppGrant> prove(String domain, AppCredentials app);
}
