package io.daybreak.orders.shop;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** With what each shop's orders are read from Shopify: a token of its own, or those of its app. */
@ApplicationScoped
public class ShopTokens {

  private static final String FIND =
      """
      select s.domain, s.api_token, s.client_id, s.webhook_secret, t.access_token, t.granted_at,
             coalesce(t.expires_at > now(), false) as good,
             coalesce(t.expires_at > now() + make_interval(secs => $2), false) as fresh,
             coalesce(t.refused_at > now() - make_interval(secs => $3), false) as refused
      from shop s left join shop_token t on t.shop_id = s.id
      where s.id = $1 and s.reads_shopify
      """;

  private static final String GRANTED =
      """
      insert into shop_token as t (shop_id, access_token, scopes, granted_at, expires_at)
      values ($1, $2, $3, now(), now() + make_interval(secs => $4))
      on conflict (shop_id) do update
      set access_token = excluded.access_token, scopes = excluded.scopes,
          granted_at = excluded.granted_at, expires_at = excluded.expires_at,
          refused_at = null, refusal = null
      """;

  private static final String REFUSED =
      """
      insert into shop_token as t (shop_id, refused_at, refusal) values ($1, now(), $2)
      on conflict (shop_id) do update
      set refused_at = excluded.refused_at, refusal = excluded.refusal
      """;

  /** One that was granted since is another. */
  private static final String END =
      "update shop_token set expires_at = now() where shop_id = $1 and granted_at = $2";

  private final Pool pool;
  private final ShopSecrets secrets;

  ShopTokens(Pool pool, ShopSecrets secrets) {
    this.pool = pool;
    this.secrets = secrets;
  }

  /**
   * Nothing if the shop gave neither a token nor an app.
   *
   * @param margin a granted token is fresh only if it lasts longer
   * @param pause a refusal counts for so long
   */
  public Uni<Optional<Stored>> find(long shopId, Duration margin, Duration pause) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(shopId, seconds(margin), seconds(pause)))
        .map(
            rows -> {
              for (Row row : rows) {
                return Optional.of(stored(row));
              }
              return Optional.empty();
            });
  }

  public Uni<Void> granted(long shopId, String domain, AppGrant grant) {
    return pool.preparedQuery(GRANTED)
        .execute(
            Tuple.of(
                shopId,
                secrets.sealApiToken(domain, grant.token()),
                grant.scopes().toArray(String[]::new),
                seconds(grant.lifetime())))
        .replaceWithVoid();
  }

  /**
   * Shopify grants no token.
   *
   * @param code OAuth's
   */
  public Uni<Void> refused(long shopId, String code) {
    return pool.preparedQuery(REFUSED).execute(Tuple.of(shopId, code)).replaceWithVoid();
  }

  /** Shopify does not accept a token any more, whatever it said about its end. */
  public Uni<Void> ended(long shopId, OffsetDateTime grantedAt) {
    return pool.preparedQuery(END).execute(Tuple.of(shopId, grantedAt)).replaceWithVoid();
  }

  private Stored stored(Row row) {
    String domain = row.getString("domain");
    String everlasting = row.getString("api_token");
    String granted = row.getString("access_token");
    String clientId = row.getString("client_id");
    return new Stored(
        domain,
        everlasting == null ? null : secrets.openApiToken(domain, everlasting),
        clientId == null
            ? null
            : new AppCredentials(
                clientId, secrets.openWebhookSecret(domain, row.getString("webhook_secret"))),
        granted == null ? null : secrets.openApiToken(domain, granted),
        row.getOffsetDateTime("granted_at"),
        row.getBoolean("good"),
        row.getBoolean("fresh"),
        row.getBoolean("refused"));
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }

  /**
   * What is stored of a shop.
   *
   * @param everlasting a token that was typed in; then there is no app
   * @param granted the app's newest token
   * @param good whether {@code granted} has not expired yet
   * @param fresh whether it lasts for a while
   * @param refused whether Shopify has refused to grant one a short time ago
   */
  public record Stored(
      String domain,
      @Nullable String everlasting,
      @Nullable AppCredentials app,
      @Nullable String granted,
      @Nullable OffsetDateTime grantedAt,
      boolean good,
      boolean fresh,
      boolean refused) {

    @Override
    public String toString() {
      return "Stored[" + domain + "]";
    }
  }
}
