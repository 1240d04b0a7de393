package io.daybreak.orders.order;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the fulfilments and refunds of orders, which have versions of their own. The caller holds
 * the lock of the order's row.
 */
@ApplicationScoped
class OrderParts {

  private static final String SAVE_FULFILMENT =
      """
      insert into fulfilment as f
        (order_id, shopify_id, status, created_at, updated_at, delivered_at, version_rank,
         carrier_told, lines)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      on conflict (order_id, shopify_id) do update set
        status = excluded.status,
        updated_at = excluded.updated_at,
        delivered_at = coalesce(f.delivered_at, excluded.delivered_at),
        version_rank = excluded.version_rank,
        carrier_told = excluded.carrier_told,
        lines = coalesce(excluded.lines, f.lines)
      where (f.updated_at, f.version_rank) < (excluded.updated_at, excluded.version_rank)
        or f.updated_at = excluded.updated_at
          and ($10 and (f.status, f.carrier_told) is distinct from (excluded.status, excluded.carrier_told)
            or f.lines is null and excluded.lines is not null)
      """;

  private static final String SAVE_REFUND =
      """
      insert into refund as r
        (order_id, shopify_id, amount, currency, created_at, version_at, version_rank)
      values ($1, $2, $3, $4, $5, $6, $7)
      on conflict (order_id, shopify_id) do update set
        amount = excluded.amount, currency = excluded.currency,
        version_at = excluded.version_at, version_rank = excluded.version_rank
      where (r.version_at, r.version_rank) <= (excluded.version_at, excluded.version_rank)
        and (r.amount, r.currency) is distinct from (excluded.amount, excluded.currency)
      """;

  /**
   * What tells of parts. Parcels have versions of their own; a refund has none, so that the moment
   * of what tells of it decides which news of it is the later one.
   *
   * @param at the version of the order, or the moment of the refund that is told by itself
   * @param truth whether it was read from the Admin API, which wins ties
   */
  record Told(Instant at, int rank, boolean truth) {

    static Told by(OrderSnapshot order) {
      boolean truth = order.source() == OrderSource.SHOPIFY;
      return new Told(order.versionAt(), truth ? 2 : 1, truth);
    }

    static Told byItself(Instant at) {
      return new Told(at, 0, false);
    }
  }

  /** How many of them were new or newer. */
  Uni<Integer> saveFulfilments(
      SqlClient tx, long orderId, List<Fulfilment> fulfilments, Told told) {
    return batch(
        tx,
        SAVE_FULFILMENT,
        fulfilments.stream()
            .map(
                f ->
                    Tuple.from(
                        Arrays.asList(
                            orderId,
                            f.shopifyId(),
                            f.status(),
                            utc(f.createdAt()),
                            utc(f.updatedAt()),
                            utc(f.deliveredAt()),
                            f.versionRank(),
                            f.carrierTold(),
                            json(f.lines()),
                            told.truth())))
            .toList());
  }

  /** How many of them were new, or were told otherwise before. */
  Uni<Integer> saveRefunds(SqlClient tx, long orderId, List<Refund> refunds, Told told) {
    return batch(
        tx,
        SAVE_REFUND,
        refunds.stream()
            .map(
                r ->
                    Tuple.from(
                        Arrays.asList(
                            orderId,
                            r.shopifyId(),
                            r.amount(),
                            r.currency(),
                            utc(r.createdAt()),
                            utc(told.at()),
                            told.rank())))
            .toList());
  }

  private static Uni<Integer> batch(SqlClient tx, String sql, List<Tuple> rows) {
    if (rows.isEmpty()) {
      return Uni.createFrom().item(0);
    }
    return tx.preparedQuery(sql)
        .executeBatch(rows)
        .map(
            first -> {
              int changed = 0;
              for (var result = first; result != null; result = result.next()) {
                changed += result.rowCount();
              }
              return changed;
            });
  }

  private static @Nullable JsonObject json(@Nullable Map<Long, Integer> lines) {
    if (lines == null) {
      return null;
    }
    JsonObject json = new JsonObject();
    lines.forEach((line, pieces) -> json.put(Long.toString(line), pieces));
    return json;
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
  }
}
