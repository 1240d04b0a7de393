package io.daybreak.orders.shopify;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Whose turn it is, and how far each shop was seen. The lease keeps a shop to one process. */
@ApplicationScoped
class ReconciliationLog {

  /**
   * A shop that this process has claimed.
   *
   * @param seenUntil what Shopify changed before is here
   */
  record Turn(long shopId, Instant seenUntil) {}

  /** Shops that can be asked have a row; a new one starts from its registration. */
  private static final String ENROL =
      """
      insert into reconciliation (shop_id, seen_until)
      select id, created_at from shop where reads_shopify
      on conflict (shop_id) do nothing
      """;

  private static final String TAKE =
      """
      update reconciliation r set lease_until = now() + make_interval(secs => $1)
      where r.shop_id = (
        select d.shop_id from reconciliation d join shop s on s.id = d.shop_id
        where d.next_at <= now() and d.lease_until < now()
          and s.reads_shopify
        order by d.next_at limit 1
        for update of d skip locked)
      returning r.shop_id, r.seen_until
      """;

  private static final String SEEN =
      """
      update reconciliation
      set seen_until = greatest(seen_until, $2), lease_until = now() + make_interval(secs => $3)
      where shop_id = $1
      """;

  private static final String DONE =
      """
      update reconciliation
      set next_at = now() + make_interval(secs => $2), lease_until = '-infinity', outcome = $3
      where shop_id = $1
      """;

  private final Pool pool;
  private final ShopifyConfig config;

  ReconciliationLog(Pool pool, ShopifyConfig config) {
    this.pool = pool;
    this.config = config;
  }

  /** The shop that waits longest, or nothing if none is due or all are in other hands. */
  Uni<Optional<Turn>> take() {
    return pool.preparedQuery(ENROL)
        .execute()
        .chain(() -> pool.preparedQuery(TAKE).execute(Tuple.of(lease())))
        .map(
            rows -> {
              if (rows.size() == 0) {
                return Optional.empty();
              }
              var row = rows.iterator().next();
              return Optional.of(
                  new Turn(
                      row.getLong("shop_id"), row.getOffsetDateTime("seen_until").toInstant()));
            });
  }

  /** A page is applied: remembers the newest change on it, and renews the lease. */
  Uni<Void> seen(Turn turn, Optional<Instant> newest) {
    return pool.preparedQuery(SEEN)
        .execute(
            Tuple.of(
                turn.shopId(), newest.orElse(turn.seenUntil()).atOffset(ZoneOffset.UTC), lease()))
        .replaceWithVoid();
  }

  Uni<Void> done(Turn turn) {
    return end(turn, config.reconcileEvery().toSeconds(), "DONE");
  }

  /** Not a retry: the next look goes on where this one stopped, a minute or an hour later. */
  Uni<Void> endedEarly(Turn turn, String why) {
    boolean soon = why.equals(ShopifyFailure.Kind.THROTTLED.name());
    return end(turn, soon ? 60 : config.reconcileEvery().toSeconds(), why);
  }

  private Uni<Void> end(Turn turn, double seconds, String outcome) {
    return pool.preparedQuery(DONE)
        .execute(Tuple.of(turn.shopId(), seconds, outcome))
        .replaceWithVoid();
  }

  private double lease() {
    return config.lease().toMillis() / 1000.0;
  }
}
