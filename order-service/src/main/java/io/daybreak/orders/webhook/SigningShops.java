package io.daybreak.orders.webhook;

import io.daybreak.orders.shop.ShopSecrets;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The shops' secrets, remembered for some seconds. Only shops that exist are remembered. */
@ApplicationScoped
class SigningShops {

  private record Remembered(SigningShop shop, Instant until) {}

  private static final String FIND =
      """
      select id, domain, webhook_secret, previous_webhook_secret, uninstalled_at is null as installed
      from shop where domain = $1
      """;

  private final Pool pool;
  private final ShopSecrets secrets;
  private final WebhookConfig config;
  private final Clock clock;
  private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

  SigningShops(Pool pool, ShopSecrets secrets, WebhookConfig config, Clock clock) {
    this.pool = pool;
    this.secrets = secrets;
    this.config = config;
    this.clock = clock;
  }

  Uni<Optional<SigningShop>> find(String domain) {
    Remembered known = remembered.get(domain);
    return known != null && clock.instant().isBefore(known.until())
        ? Uni.createFrom().item(Optional.of(known.shop()))
        : findNewest(domain);
  }

  /** Reads the shop, whatever is remembered. */
  Uni<Optional<SigningShop>> findNewest(String domain) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(domain))
        .map(
            rows -> {
              if (rows.size() == 0) {
                remembered.remove(domain);
                return Optional.empty();
              }
              SigningShop shop = shop(rows.iterator().next());
              remembered.put(
                  domain, new Remembered(shop, clock.instant().plus(config.secretsRemembered())));
              return Optional.of(shop);
            });
  }

  private SigningShop shop(Row row) {
    String domain = row.getString("domain");
    List<String> opened = new ArrayList<>();
    opened.add(secrets.openWebhookSecret(domain, row.getString("webhook_secret")));
    String previous = row.getString("previous_webhook_secret");
    if (previous != null) {
      opened.add(secrets.openWebhookSecret(domain, previous));
    }
    return new SigningShop(
        row.getLong("id"), domain, List.copyOf(opened), row.getBoolean("installed"));
  }
}
