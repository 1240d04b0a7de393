package io.daybreak.simulators.shopify;

import io.daybreak.simulators.shopify.shop.Shop;
import io.daybreak.simulators.shopify.shop.ShopOptions;
import io.daybreak.simulators.shopify.webhook.WebhookSender;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The shops that have the app. */
final class Shops {

  private static final long FIRST_ID = 70_000_000_001L;

  private final Map<String, Shop> byDomain = new LinkedHashMap<>();
  private final WebhookSender sender;
  private final Clock clock;
  private final long seed;

  Shops(WebhookSender sender, Clock clock, long seed) {
    this.sender = sender;
    this.clock = clock;
    this.seed = seed;
  }

  synchronized Shop install(ShopOptions options) {
    return byDomain.computeIfAbsent(
        options.domain(),
        domain ->
            new Shop(FIRST_ID + byDomain.size(), options, sender, clock, seed + byDomain.size()));
  }

  synchronized Optional<Shop> named(String domain) {
    return Optional.ofNullable(byDomain.get(domain));
  }

  /** The shop of a token: the everlasting one, or one that its app was granted. */
  synchronized Optional<Shop> withToken(String token) {
    return byDomain.values().stream()
        .filter(
            shop ->
                shop.options().accessToken().equals(token)
                    || shop.app().scopesOf(token).isPresent())
        .findFirst();
  }
}
