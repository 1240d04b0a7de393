package io.daybreak.orders.order;

import io.daybreak.orders.reviewmail.MailPlanner;
import io.daybreak.orders.unsubscribe.AddressHash;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Remembers what customers said about marketing mail after they ordered, and plans by it. */
@ApplicationScoped
public class CustomerConsents {

  private static final String SAVE =
      """
      insert into customer_consent as c (shop_id, customer, accepts, told_at)
      values ($1, $2, $3, $4)
      on conflict (shop_id, customer) do update set
        accepts = excluded.accepts, told_at = excluded.told_at
      where c.told_at <= excluded.told_at
      """;

  /** In the order of their ids, as everywhere. */
  private static final String LOCK_ORDERS =
      """
      select o.id from shop_order o
      where o.shop_id = $1 and (o.customer_id = $2 or o.address_hash = $3)
        and exists (select from review_mail m where m.order_id = o.id
                      and m.state in ('SCHEDULED', 'DUE', 'SKIPPED'))
      order by o.shopify_id for update
      """;

  private final MailPlanner planner;

  CustomerConsents(MailPlanner planner) {
    this.planner = planner;
  }

  /** In the caller's transaction. */
  public Uni<Void> apply(SqlClient tx, long shopId, CustomerPayload.Consent consent) {
    String hash = AddressHash.of(consent.email());
    List<Tuple> rows = new ArrayList<>();
    rows.add(row(shopId, "id:" + consent.customerId(), consent));
    if (hash != null) {
      rows.add(row(shopId, "mail:" + hash, consent));
    }
    return tx.preparedQuery(SAVE)
        .executeBatch(rows)
        .chain(
            () ->
                tx.preparedQuery(LOCK_ORDERS).execute(Tuple.of(shopId, consent.customerId(), hash)))
        .chain(
            orders ->
                Multi.createFrom()
                    .iterable(orders)
                    .map(row -> row.getLong("id"))
                    .onItem()
                    .transformToUniAndConcatenate((Long id) -> planner.plan(tx, id))
                    .collect()
                    .last()
                    .replaceWithVoid());
  }

  private static Tuple row(long shopId, String customer, CustomerPayload.Consent consent) {
    return Tuple.of(shopId, customer, consent.accepts(), consent.toldAt().atOffset(ZoneOffset.UTC));
  }
}
