package io.daybreak.orders.shopify;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A shop whose Admin API may be asked.
 *
 * @param grantedAt when the app was granted the token; null for an everlasting one
 */
record ShopifyShop(long id, String domain, String token, @Nullable OffsetDateTime grantedAt) {

  @Override
  public String toString() {
    return "ShopifyShop[" + domain + "]";
  }
}
