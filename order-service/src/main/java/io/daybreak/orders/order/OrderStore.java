package io.daybreak.orders.order;

import io.daybreak.orders.unsubscribe.AddressHash;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
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
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Writes orders and their lines. Each method locks the order's row first, so that whatever happens
 * to one order happens one after the other.
 */
@ApplicationScoped
class OrderStore {

  /**
   * @param id the row's id
   * @param tie whether another content of the same version is known
   */
  record Saved(long id, Applied applied, boolean tie) {}

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
         ordered_at, paid_at, fulfilled_at, cancelled_at, version_at, version_rank, source,
         content, channel, tags)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,
              $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)
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
        content = excluded.content,
        channel = coalesce(excluded.channel, o.channel),
        tags = case when excluded.source = 'CSV' then o.tags else excluded.tags end,
        placeholder = false,
        changed_at = now()
      where (o.version_at, o.version_rank) < (excluded.version_at, excluded.version_rank)
        or o.version_at = excluded.version_at and o.content is distinct from excluded.content
          and (excluded.source = 'SHOPIFY'
            or excluded.source = 'WEBHOOK'
              and (o.source = 'CSV'
                or o.source = 'WEBHOOK' and o.version_rank = excluded.version_rank))
      returning o.id, o.xmax = 0 as inserted, o.redacted_at is not null as redacted,
        coalesce((select p.version_at = o.version_at and p.version_rank = o.version_rank
          and o.source = 'WEBHOOK' from shop_order p where p.id = o.id), false) as tie
      """;

  private static final String LOCK =
      "select id from shop_order where shop_id = $1 and shopify_id = $2 for update";

  private static final String LOCK_AND_COMPARE =
      """
      select id, source <> 'CSV' and version_at = $3 and content is distinct from $4 as tie
      from shop_order where shop_id = $1 and shopify_id = $2 for update
      """;

  /** Once for a version; a shop that cannot be asked keeps what was told last. */
  private static final String ASK_FOR_TRUTH =
      """
      with tied as (
        update shop_order set tied_version = version_at
        where id = $1 and tied_version is distinct from version_at
        returning id, shop_id
      )
      insert into order_sync (order_id)
      select t.id from tied t join shop s on s.id = t.shop_id
      where s.reads_shopify
      on conflict (order_id) do nothing
      """;

  /** Older than any order, so that the order itself fills it in. */
  private static final String HOLD_PLACE =
      """
      insert into shop_order (shop_id, shopify_id, name, accepts_marketing, test, ordered_at,
                              version_at, version_rank, source, placeholder)
      values ($1, $2, '', false, false, $3, 'epoch', 0, 'WEBHOOK', true)
      on conflict (shop_id, shopify_id) do nothing
      """;

  private static final String DELETED =
      "update shop_order set deleted_at = coalesce(deleted_at, now()) where id = $1";

  private static final String REMOVE_LINES = "delete from order_line where order_id = $1";

  private static final String ADD_LINES =
      """
      insert into order_line (order_id, line_id, title, quantity, current_quantity, price, kind,
        product_id, vendor, shippable, unfulfilled)
      select $1, l.* from unnest($2::bigint[], $3::text[], $4::int[], $5::int[], $6::numeric[],
          $7::text[], $8::bigint[], $9::text[], $10::boolean[], $11::int[])
        as l (line_id, title, quantity, current_quantity, price, kind, product_id, vendor,
              shippable, unfulfilled)
      """;

  /** Inserts the order, updates it if this version is newer, or changes nothing. */
  Uni<Saved> save(SqlClient tx, long shopId, OrderSnapshot order) {
    return tx.preparedQuery(SAVE)
        .execute(columns(shopId, order))
        .chain(
            rows -> {
              if (rows.size() == 0) {
                return compare(tx, shopId, order);
              }
              Row row = rows.iterator().next();
              long id = row.getLong("id");
              boolean inserted = row.getBoolean("inserted");
              // no mail will ask about an erased customer's lines, whose words may name them
              Uni<Void> lines =
                  row.getBoolean("redacted")
                      ? Uni.createFrom().voidItem()
                      : replaceLines(tx, id, order.lines());
              return lines.replaceWith(
                  new Saved(id, inserted ? Applied.NEW : Applied.UPDATED, row.getBoolean("tie")));
            });
  }

  /** Has Shopify asked what is right, once for the version that was told in two ways. */
  Uni<Void> askForTruth(SqlClient tx, long id) {
    return tx.preparedQuery(ASK_FOR_TRUTH).execute(Tuple.of(id)).replaceWithVoid();
  }

  Uni<Void> markDeleted(SqlClient tx, long id) {
    return tx.preparedQuery(DELETED).execute(Tuple.of(id)).replaceWithVoid();
  }

  private static Uni<Saved> compare(SqlClient tx, long shopId, OrderSnapshot order) {
    return tx.preparedQuery(LOCK_AND_COMPARE)
        .execute(
            Tuple.of(
                shopId, order.shopifyId(), utc(order.versionAt()), Buffer.buffer(order.content())))
        .map(rows -> rows.iterator().next())
        .map(
            row ->
                new Saved(
                    row.getLong("id"),
                    Applied.UNCHANGED,
                    order.source() == OrderSource.WEBHOOK && row.getBoolean("tie")));
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
            .addValue(lines.stream().map(OrderSnapshot.Line::price).toArray(BigDecimal[]::new))
            .addArrayOfString(of(lines, goods -> goods.kind().name(), String[]::new))
            .addArrayOfLong(of(lines, OrderSnapshot.Goods::productId, Long[]::new))
            .addArrayOfString(of(lines, OrderSnapshot.Goods::vendor, String[]::new))
            .addArrayOfBoolean(of(lines, OrderSnapshot.Goods::shippable, Boolean[]::new))
            .addArrayOfInteger(of(lines, OrderSnapshot.Goods::unfulfilled, Integer[]::new));
    return removed.chain(() -> tx.preparedQuery(ADD_LINES).execute(columns)).replaceWithVoid();
  }

  private static <T> T[] of(
      List<OrderSnapshot.Line> lines,
      Function<OrderSnapshot.Goods, @Nullable T> field,
      IntFunction<T[]> array) {
    return lines.stream().map(line -> field.apply(line.goods())).toArray(array);
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
            order.source().name(),
            Buffer.buffer(order.content()),
            order.origin().channel(),
            order.origin().tags().toArray(String[]::new)));
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
