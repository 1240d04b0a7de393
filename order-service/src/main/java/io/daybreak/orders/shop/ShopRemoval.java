package io.daybreak.orders.shop;

import io.daybreak.kit.access.Audit;
import io.daybreak.kit.access.Deed;
import io.daybreak.kit.access.OrganisationData;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Removes a shop, or all of an organisation, with everything that is known of their orders, mails
 * and customers. Mails stop first; one that is on its way right now is let go, so that it is never
 * sent without a trace.
 */
@ApplicationScoped
class ShopRemoval implements OrganisationData {

  private static final String OF = "organisation_id = $1 and ($2::bigint is null or id = $2)";

  private static final String STOP =
      """
      with stopped as (
        update shop set uninstalled_at = coalesce(uninstalled_at, now()), version = version + 1
        where %s returning id
      )
      update review_mail set state = 'SKIPPED', reason = 'SHOP_UNINSTALLED', state_since = now()
      where shop_id in (select id from stopped) and state in ('WAITING', 'SCHEDULED', 'DUE')
      """
          .formatted(OF);

  private static final String ON_ITS_WAY =
      "select from review_mail where state = 'SENDING' and shop_id in (select id from shop where "
          + OF
          + ") limit 1";

  private static final String DELETE_REQUESTS =
      """
      delete from compliance_request
      where organisation_id = $1
        and ($2::bigint is null or shop_domain = (select domain from shop where id = $2))
      """;

  private static final String DELETE = "delete from shop where " + OF;

  private final Pool pool;
  private final Audit audit;

  ShopRemoval(Pool pool, Audit audit) {
    this.pool = pool;
    this.audit = audit;
  }

  /** A problem (409) while a mail of the shop is on its way. */
  Uni<Void> remove(UUID organisation, long shopId, String domain) {
    Tuple of = Tuple.of(organisation, shopId);
    Deed deed = Deed.of("shop.removed", organisation, domain);
    return stop(of)
        .chain(() -> pool.withTransaction(tx -> delete(tx, of).chain(() -> audit.write(tx, deed))));
  }

  @Override
  public Uni<Void> stop(UUID organisation) {
    return stop(of(organisation));
  }

  @Override
  public Uni<Void> delete(SqlClient transaction, UUID organisation) {
    return delete(transaction, of(organisation));
  }

  private static Tuple of(UUID organisation) {
    return Tuple.of(organisation, (@Nullable Long) null);
  }

  private Uni<Void> stop(Tuple of) {
    return pool.preparedQuery(STOP).execute(of).replaceWithVoid();
  }

  private static Uni<Void> delete(SqlClient tx, Tuple of) {
    return tx.preparedQuery(ON_ITS_WAY)
        .execute(of)
        .invoke(
            mails -> {
              if (mails.size() > 0) {
                throw ShopProblems.mailOnItsWay();
              }
            })
        .chain(() -> tx.preparedQuery(DELETE_REQUESTS).execute(of))
        .chain(() -> tx.preparedQuery(DELETE).execute(of))
        .replaceWithVoid();
  }
}
