package io.daybreak.orders.shopify;

import io.daybreak.orders.shop.ShopSecrets;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads a shop's API token at the moment it is needed, so that a new one counts at once. */
@ApplicationScoped
class ShopifyShops {

  private static final String FIND =
      "select domain, api_token from shop where id = $1 and uninstalled_at is null";

  private final Pool pool;
  private final ShopSecrets secrets;

  ShopifyShops(Pool pool, ShopSecrets secrets) {
    this.pool = pool;
    this.secrets = secrets;
  }

  /** Fails with {@link ShopifyFailure} if the shop gave no token. */
  Uni<ShopifyShop> get(long shopId) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(shopId))
        .map(
            rows -> {
              var row = rows.iterator();
              String sealed = null;
              String domain = "";
              if (row.hasNext()) {
                var shop = row.next();
                domain = shop.getString("domain");
                sealed = shop.getString("api_token");
              }
              if (sealed == null) {
                throw new ShopifyFailure(
                    ShopifyFailure.Kind.NOT_ALLOWED, "The shop has no API token");
              }
              return new ShopifyShop(shopId, domain, secrets.openApiToken(domain, sealed));
            });
  }
}
