package io.daybreak.orders.order;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Remembers what only the Admin API tells about products: their type and tags. */
@ApplicationScoped
class Products {

  private static final String SAVE =
      """
      insert into product as p (shop_id, shopify_id, type, tags) values ($1, $2, $3, $4)
      on conflict (shop_id, shopify_id) do update set type = excluded.type, tags = excluded.tags
      where (p.type, p.tags) is distinct from (excluded.type, excluded.tags)
      """;

  /** In the order of their ids, so that two transactions never wait for each other. */
  Uni<Void> save(SqlClient tx, long shopId, List<OrderSnapshot.Line> lines) {
    List<Tuple> rows =
        lines.stream()
            .map(OrderSnapshot.Line::goods)
            .filter(goods -> goods.productId() != null && goods.tags() != null)
            .distinct()
            .sorted(Comparator.comparing(goods -> Objects.requireNonNull(goods.productId())))
            .map(
                goods ->
                    Tuple.of(
                        shopId,
                        goods.productId(),
                        goods.type(),
                        Objects.requireNonNull(goods.tags()).toArray(String[]::new)))
            .toList();
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : tx.preparedQuery(SAVE).executeBatch(rows).replaceWithVoid();
  }
}
