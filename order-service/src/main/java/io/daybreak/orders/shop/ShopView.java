package io.daybreak.orders.shop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A shop as the API shows it; secrets never leave.
 *
 * @param accessCode public code that the shop's pages send along
 * @param apiTokenSet whether orders can be read from Shopify
 * @param rotatingSecret whether the previous webhook secret is still accepted
 * @param version to send back with a change, so that nobody's change is lost
 */
public record ShopView(
    String domain,
    String owner,
    String accessCode,
    boolean apiTokenSet,
    boolean rotatingSecret,
    @Nullable Instant pausedAt,
    @Nullable Instant uninstalledAt,
    Instant createdAt,
    ShopSettings settings,
    int version) {

  static ShopView of(Shop shop) {
    return new ShopView(
        shop.domain,
        shop.owner,
        shop.accessCode,
        shop.apiToken != null || shop.clientId != null,
        shop.previousWebhookSecret != null,
        shop.pausedAt,
        shop.uninstalledAt,
        shop.createdAt,
        shop.settings(),
        shop.version);
  }
}
