package io.daybreak.orders.shopify;

import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.work.ExclusiveWork;
import io.daybreak.orders.shop.AppCredentials;
import io.daybreak.orders.shop.AppGrant;
import io.daybreak.orders.shop.AppGrants;
import io.daybreak.orders.shop.ShopProblems;
import io.daybreak.orders.shop.ShopTokens;
import io.daybreak.orders.shop.ShopTokens.Stored;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.TreeSet;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * Tokens for apps. One process of the cluster at a time asks for a shop's next token; a process
 * that dies over it leaves nothing but an unused token at Shopify.
 */
@ApplicationScoped
class AppTokens implements AppGrants {

  private final TokenGateway gateway;
  private final ShopTokens tokens;
  private final ExclusiveWork alone;
  private final BlockingSql sql;
  private final ShopifyConfig config;

  AppTokens(
      TokenGateway gateway,
      ShopTokens tokens,
      ExclusiveWork alone,
      BlockingSql sql,
      ShopifyConfig config) {
    this.gateway = gateway;
    this.tokens = tokens;
    this.alone = alone;
    this.sql = sql;
    this.config = config;
  }

  @Override
  public Uni<AppGrant> prove(String domain, AppCredentials app) {
    return grant(domain, app)
        .onFailure(ShopifyFailure.class)
        .transform(failure -> problem((ShopifyFailure) failure))
        .invoke(this::requireScopes);
  }

  /**
   * Has a shop's next token, unless another process is about it; blocks. Fails with {@link
   * ShopifyFailure} where Shopify does not answer; that it refuses is stored.
   */
  void renew(long shopId, String domain) {
    alone.run(
        "shopify-token:" + domain,
        config.lease(),
        claim ->
            sql.await(tokens.find(shopId, config.renewBefore(), config.refusalCounts()))
                .filter(stored -> !stored.fresh() && !stored.refused())
                .ifPresent(
                    stored -> {
                      claim.check();
                      renew(shopId, stored);
                    }));
  }

  private void renew(long shopId, Stored stored) {
    AppCredentials app = stored.app();
    if (app == null) {
      return;
    }
    try {
      AppGrant grant = sql.await(grant(stored.domain(), app), config.lease());
      sql.await(tokens.granted(shopId, stored.domain(), grant));
    } catch (GrantRefused refused) {
      sql.await(tokens.refused(shopId, refused.code()));
    }
  }

  private Uni<AppGrant> grant(String domain, AppCredentials app) {
    return gateway
        .grant(domain, app)
        .onFailure(TimeoutException.class)
        .transform(
            e -> new ShopifyFailure(ShopifyFailure.Kind.UNAVAILABLE, "Shopify did not answer"))
        .onFailure(BulkheadException.class)
        .transform(
            e -> new ShopifyFailure(ShopifyFailure.Kind.THROTTLED, "Too many ask for tokens"));
  }

  private static Throwable problem(ShopifyFailure failure) {
    if (failure instanceof GrantRefused refused) {
      return refused.code().equals(GrantRefused.ELSEWHERE)
          ? ShopProblems.appElsewhere()
          : ShopProblems.appRefused(refused.code());
    }
    return SyncProblems.of(failure);
  }

  private void requireScopes(AppGrant grant) {
    TreeSet<String> missing = new TreeSet<>(config.scopes());
    missing.removeAll(grant.scopes());
    if (!missing.isEmpty()) {
      throw ShopProblems.scopesMissing(missing);
    }
  }
}
