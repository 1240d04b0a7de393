package io.daybreak.orders.shop;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The app of a shop's organisation: proved before anything is stored. */
@ApplicationScoped
class ShopApp {

  private static final String ACCESS =
      """
      select s.api_token is not null as has_token, s.client_id, t.scopes, t.granted_at, t.expires_at,
             t.refused_at, t.refusal, r.next_at, r.outcome
      from shop s left join shop_token t on t.shop_id = s.id
      left join reconciliation r on r.shop_id = s.id
      where s.id = $1
      """;

  private static final String ID = "select id from shop where domain = $1";

  private final Pool pool;
  private final AppGrants grants;
  private final ShopTokens tokens;
  private final Shops shops;

  ShopApp(Pool pool, AppGrants grants, ShopTokens tokens, Shops shops) {
    this.pool = pool;
    this.grants = grants;
    this.tokens = tokens;
    this.shops = shops;
  }

  /** Registers a shop; one with an app only if Shopify grants that a token. */
  Uni<ShopView> register(NewShop request, String owner, UUID organisation) {
    AppCredentials app = request.app();
    return app == null
        ? shops.register(request, owner, organisation)
        : grants
            .prove(request.domain(), app)
            .chain(
                grant ->
                    shops
                        .register(request, owner, organisation)
                        .call(() -> keep(request.domain(), grant)));
  }

  /** Other credentials, which count from then on; the secret before stays valid for deliveries. */
  Uni<ShopView> replace(long id, String domain, AppCredentials app) {
    return grants
        .prove(domain, app)
        .chain(grant -> shops.replaceApp(id, app).call(() -> tokens.granted(id, domain, grant)));
  }

  /** A new secret of the app's; one that tokens are fetched with has to be right. */
  Uni<ShopView> rotateSecret(long id, String domain, String secret) {
    return access(id)
        .map(ReadAccess::clientId)
        .chain(
            clientId ->
                clientId == null
                    ? shops.rotateWebhookSecret(id, secret)
                    : grants
                        .prove(domain, new AppCredentials(clientId, secret))
                        .chain(() -> shops.rotateWebhookSecret(id, secret)));
  }

  Uni<ReadAccess> access(long id) {
    return pool.preparedQuery(ACCESS)
        .execute(Tuple.of(id))
        .map(rows -> ReadAccess.of(rows.iterator().next()));
  }

  /** Lost on the way it costs nothing but one more grant. */
  private Uni<Void> keep(String domain, AppGrant grant) {
    return pool.preparedQuery(ID)
        .execute(Tuple.of(domain))
        .chain(rows -> tokens.granted(rows.iterator().next().getLong("id"), domain, grant));
  }
}
