package io.daybreak.orders.order;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
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
        (order_id, shopify_id, status, created_at, updated_at, delivered_at, version_rank)
      values ($1, $2, $3, $4, $5, $6, $7)
      on conflict (order_id, shopify_id) do update set
        status = excluded.status,
        updated_at = excluded.updated_at,
        delivered_at = coalesce(f.delivered_at, excluded.delivered_at),
        version_rank = excluded.version_rank
      where (f.updated_at, f.version_rank) < (excluded.updated_at, excluded.version_rank)
      """;

  private static final String SAVE_REFUND =
      """
      insert into refund (order_id, shopify_id, amount, created_at) values ($1, $2, $3, $4)
      on conflict (order_id, shopify_id) do nothing
      """;

  /** How many of them were new or newer. */
  Uni<Integer> saveFulfilments(SqlClient tx, long orderId, List<Fulfilment> fulfilments) {
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
                            f.versionRank())))
            .toList());
  }

  /** How many of them were new. */
  Uni<Integer> saveRefunds(SqlClient tx, long orderId, List<Refund> refunds) {
    return batch(
        tx,
        SAVE_REFUND,
        refunds.stream()
            .map(r -> Tuple.of(orderId, r.shopifyId(), r.amount(), utc(r.createdAt())))
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

  private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
  }
}
