package io.daybreak.orders.shop;

import io.daybreak.kit.access.Caller;
import io.daybreak.kit.access.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Decides whose shops a caller may use: merchants their own, operators and services all. */
@ApplicationScoped
public class ShopAccess {

  private static final String FIND = "select id, owner from shop where domain = $1";

  private final Pool pool;
  private final Caller caller;
  private final SecurityIdentity identity;

  ShopAccess(Pool pool, Caller caller, SecurityIdentity identity) {
    this.pool = pool;
    this.caller = caller;
    this.identity = identity;
  }

  /** The shop's id; a problem (404) if there is none or it is somebody else's. */
  public Uni<Long> require(String domain) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(domain))
        .map(
            rows -> {
              var row = rows.iterator();
              if (!row.hasNext()) {
                throw ShopProblems.unknown();
              }
              var shop = row.next();
              if (!maySee(shop.getString("owner"))) {
                throw ShopProblems.unknown();
              }
              return shop.getLong("id");
            });
  }

  public boolean maySee(String owner) {
    return onlyOwner() == null || owner.equals(caller.subject());
  }

  /** The owner to whose shops a list is limited, or null where the caller sees all. */
  public @Nullable String onlyOwner() {
    return caller.isOperator() || identity.hasRole(Roles.SERVICE) ? null : caller.subject();
  }
}
