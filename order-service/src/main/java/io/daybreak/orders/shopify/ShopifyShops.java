package io.daybreak.orders.shopify;

import io.daybreak.orders.shop.ShopTokens;
import io.daybreak.orders.shop.ShopTokens.Stored;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;

/**
 * Shops with their tokens, read at the moment they are needed, so that a new one counts at once. An
 * app's token is renewed before it ends; as long as it is good it is used, whatever comes of that.
 */
@ApplicationScoped
class ShopifyShops {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

  /** So often is looked whether another process has the token: twenty seconds. */
  private static final int LOOKS = 80;

  private final ShopTokens tokens;
  private final AppTokens apps;
  private final ShopifyConfig config;

  ShopifyShops(ShopTokens tokens, AppTokens apps, ShopifyConfig config) {
    this.tokens = tokens;
    this.apps = apps;
    this.config = config;
  }

  /**
   * Fails with {@link ShopifyFailure} if the shop gave neither token nor app, or if Shopify grants
   * none.
   */
  Uni<ShopifyShop> get(long shopId) {
    return find(shopId)
        .chain(
            stored ->
                stored.everlasting() != null || stored.fresh() || stored.refused()
                    ? Uni.createFrom().item(stored)
                    : renewed(shopId, stored))
        .map(stored -> shop(shopId, stored));
  }

  /** After Shopify has refused a granted token as unknown: with another one. */
  Uni<ShopifyShop> insteadOf(ShopifyShop shop, OffsetDateTime grantedAt) {
    return tokens.ended(shop.id(), grantedAt).chain(() -> get(shop.id()));
  }

  private Uni<Stored> renewed(long shopId, Stored stored) {
    return Uni.createFrom()
        .voidItem()
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .invoke(() -> apps.renew(shopId, stored.domain()))
        .chain(() -> look(shopId, 1))
        .onFailure(ShopifyFailure.class)
        .recoverWithUni(
            failure ->
                stored.good() ? Uni.createFrom().item(stored) : Uni.createFrom().failure(failure));
  }

  /** What there is now; while another process is about it, a little later. */
  private Uni<Stored> look(long shopId, int looks) {
    return find(shopId)
        .chain(
            stored -> {
              if (stored.everlasting() != null || stored.good() || stored.refused()) {
                return Uni.createFrom().item(stored);
              }
              if (looks == LOOKS) {
                return Uni.createFrom()
                    .failure(
                        new ShopifyFailure(
                            ShopifyFailure.Kind.UNAVAILABLE, "Nobody has a token for the shop"));
              }
              return Uni.createFrom()
                  .voidItem()
                  .onItem()
                  .delayIt()
                  .by(LOOK_AGAIN)
                  .chain(() -> look(shopId, looks + 1));
            });
  }

  private Uni<Stored> find(long shopId) {
    return tokens
        .find(shopId, config.renewBefore(), config.refusalCounts())
        .map(found -> found.orElseThrow(() -> notAllowed("The shop has no API token")));
  }

  private static ShopifyShop shop(long shopId, Stored stored) {
    if (stored.everlasting() != null) {
      return new ShopifyShop(shopId, stored.domain(), stored.everlasting(), null);
    }
    if (stored.granted() == null || !stored.good()) {
      throw notAllowed("Shopify grants the shop's app no token");
    }
    return new ShopifyShop(shopId, stored.domain(), stored.granted(), stored.grantedAt());
  }

  private static ShopifyFailure notAllowed(String message) {
    return new ShopifyFailure(ShopifyFailure.Kind.NOT_ALLOWED, message);
  }
}
