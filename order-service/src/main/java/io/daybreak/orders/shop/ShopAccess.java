package io.daybreak.orders.shop;

import io.daybreak.kit.access.Caller;
import io.daybreak.kit.access.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The shops that a caller may use. */
@ApplicationScoped
public class ShopAccess {

  private static final String FIND =
      "select id, organisation_id from shop where domain = $1 and in_scope($2, organisation_id)";

  private final Pool pool;
  private final Caller caller;

  ShopAccess(Pool pool, Caller caller) {
    this.pool = pool;
    this.caller = caller;
  }

  /**
   * The shop's id; a problem if there is none or it is somebody else's (404), or if the caller may
   * only look at it and the request changes something (403).
   */
  public Uni<Long> require(String domain) {
    return find(domain).map(Found::id);
  }

  /** The same, with whose it is. */
  Uni<Found> find(String domain) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(domain, caller.readable().parameter()))
        .map(
            rows -> {
              if (rows.size() == 0) {
                throw ShopProblems.unknown();
              }
              Row shop = rows.iterator().next();
              caller.requireScope(shop.getUUID("organisation_id"));
              return new Found(shop.getLong("id"), shop.getUUID("organisation_id"));
            });
  }

  /** Nothing for null, which limits nothing; else as {@link #require}. */
  public Uni<Void> known(@Nullable String domain) {
    return domain == null ? Uni.createFrom().voidItem() : require(domain).replaceWithVoid();
  }

  /** A shop that the caller may use. */
  record Found(long id, UUID organisationId) {}

  /** Whose shops the caller may use. */
  public Scope scope() {
    return caller.scope();
  }
}
