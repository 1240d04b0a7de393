package io.daybreak.orders.shop;

import java.time.Duration;
import java.util.Set;

/**
 * A token of the Admin API that Shopify has granted to an app.
 *
 * @param lifetime from the moment of the grant
 */
public record AppGrant(String token, Set<String> scopes, Duration lifetime) {

  public AppGrant {
    scopes = Set.copyOf(scopes);
  }

  @Override
  public String toString() {
    return "AppGrant[" + scopes + "]";
  }
}
