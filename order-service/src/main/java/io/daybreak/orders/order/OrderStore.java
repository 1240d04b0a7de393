package io.daybreak.orders.order;

import io.daybreak.orders.unsubscribe.AddressHash;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes orders and their lines. Each method locks the order's row first, so that whatever happens
 * to one order happens one after the other.
 */
@ApplicationScoped
class OrderStore {

  /**
   * @param id the row's id
   */
  record Saved(long id, Applied applied) {}

  /**
   * The natural key decides whether the order exists, the version whether it changes: in one
   * statement, so that neither depends on what was read before. What a CSV file does not know does
   * not erase what is known, and an erased customer stays erased.
   */
  private static final String SAVE =
      """
      insert into shop_order as o
        (shop_id, shopify_id, name, email, address_hash, customer_id, customer_name, locale,
         currency, total, financial_status, fulfilment_status, accepts_marketing, test,
         ordered_at, paid_at, fulfilled_at, cancelled_at, version_at, version_rank, source)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,
              $15, $16, $17, $18, $19, $20, $21)
      on conflict (shop_id, shopify_id) do update set
        name = excluded.name,
        email = case when o.redacted_at is null then excluded.email end,
        address_hash = case when o.redacted_at is null then excluded.address_hash end,
        customer_id = case when o.redacted_at is null
                           then coalesce(excluded.customer_id, o.customer_id) end,
        customer_name = case when o.redacted_at is null
                             then coalesce(excluded.customer_name, o.customer_name) end,
        locale = coalesce(excluded.locale, o.locale),
        currency = coalesce(excluded.currency, o.currency),
        total = coalesce(excluded.total, o.total),
        financial_status = excluded.financial_status,
        fulfilment_status = excluded.fulfilment_status,
        accepts_marketing = excluded.accepts_marketing,
        test = excluded.test,
        ordered_at = excluded.ordered_at,
        paid_at = coalesce(o.paid_at, excluded.paid_at),
        fulfilled_at = coalesce(o.fulfilled_at, excluded.fulfilled_at),
        cancelled_at = excluded.cancelled_at,
        version_at = excluded.version_at,
        version_rank = excluded.version_rank,
        source = excluded.source,
        placeholder = false,
        changed_at = now()
      where (o.version_at, o.version_rank) < (excluded.version_at, excluded.version_rank)
      returning o.id, o.xmax = 0 as inserted
      """;

  private static final String LOCK =
      "select id from shop_order where shop_id = $1 and shopify_id = $2 for update";

  /** Older than any order, so that the order itself fills it in. */
  private static final String HOLD_PLACE =
      """
      insert into shop_order (shop_id, shopify_id, name, accepts_marketing, test, ordered_at,
                              version_at, version_rank, source, placeholder)
      values ($1, $2, '', false, false, $3, 'epoch', 0, 'WEBHOOK', true)
      on conflict (shop_id, shopify_id) do nothing
      """;

  private static final String REMOVE_LINES = "delete from order_line where order_id = $1";

  private static final String ADD_LINES =
      """
      insert into order_line (order_id, line_id, title, quantity, current_quantity, price)
      select $1, l.* from unnest($2::bigint[], $3::text[], $4::int[], $5::int[], $6::numeric[])
        as l (line_id, title, quantity, current_quantity, price)
      """;

  /** Inserts the order, updates it if this version is newer, or changes nothing. */
  Uni<Saved> save(SqlClient tx, long shopId, OrderSnapshot order) {
    return tx.preparedQuery(SAVE)
        .execute(columns(shopId, order))
        .chain(
            rows -> {
              if (rows.size() == 0) {
                return lock(tx, shopId, order.shopifyId())
                    .map(id -> new Saved(id, Applied.UNCHANGED));
              }
              Row row = rows.iterator().next();
              long id = row.getLong("id");
              boolean inserted = row.getBoolean("inserted");
              return replaceLines(tx, id, order.lines())
                  .replaceWith(new Saved(id, inserted ? Applied.NEW : Applied.UPDATED));
            });
  }

  /** The locked row of an order that may not have arrived yet. */
  Uni<Long> holdPlace(SqlClient tx, long shopId, long shopifyId, Instant knownSince) {
    return tx.preparedQuery(HOLD_PLACE)
        .execute(Tuple.of(shopId, shopifyId, utc(knownSince)))
        .chain(rows -> lock(tx, shopId, shopifyId));
  }

  private static Uni<Long> lock(SqlClient tx, long shopId, long shopifyId) {
    return tx.preparedQuery(LOCK)
        .execute(Tuple.of(shopId, shopifyId))
        .map(rows -> rows.iterator().next().getLong("id"));
  }

  private static Uni<Void> replaceLines(SqlClient tx, long id, List<OrderSnapshot.Line> lines) {
    Uni<Void> removed = tx.preparedQuery(REMOVE_LINES).execute(Tuple.of(id)).replaceWithVoid();
    if (lines.isEmpty()) {
      return removed;
    }
    Tuple columns =
        Tuple.of(id)
            .addArrayOfLong(lines.stream().map(OrderSnapshot.Line::id).toArray(Long[]::new))
            .addArrayOfString(lines.stream().map(OrderSnapshot.Line::title).toArray(String[]::new))
            .addArrayOfInteger(
                lines.stream().map(OrderSnapshot.Line::quantity).toArray(Integer[]::new))
            .addArrayOfInteger(
                lines.stream().map(OrderSnapshot.Line::currentQuantity).toArray(Integer[]::new))
            .addValue(lines.stream().map(OrderSnapshot.Line::price).toArray(BigDecimal[]::new));
    return removed.chain(() -> tx.preparedQuery(ADD_LINES).execute(columns)).replaceWithVoid();
  }

  private static Tuple columns(long shopId, OrderSnapshot order) {
    OrderSnapshot.Customer customer = order.customer();
    OrderSnapshot.Status status = order.status();
    OrderSnapshot.Moments moments = order.moments();
    return Tuple.from(
        Arrays.asList(
            shopId,
            order.shopifyId(),
            order.name(),
            customer.email(),
            AddressHash.of(customer.email()),
            customer.id(),
            customer.name(),
            customer.locale(),
            order.currency(),
            order.total(),
            status.financial(),
            status.fulfilment(),
            customer.acceptsMarketing(),
            order.test(),
            utc(moments.orderedAt()),
            status.paid() ? utc(order.versionAt()) : null,
            utc(fulfilledAt(order)),
            utc(moments.cancelledAt()),
            utc(order.versionAt()),
            order.versionRank(),
            order.source().name()));
  }

  /** A source that says "fulfilled" without saying when knew it at the latest by its version. */
  private static @Nullable Instant fulfilledAt(OrderSnapshot order) {
    Instant known = order.moments().fulfilledAt();
    if (known != null || !order.status().fulfilled()) {
      return known;
    }
    return order.fulfilments().isEmpty() ? order.versionAt() : null;
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
  }
}
