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
      insert into product (shop_id, shopify_id, type, tags)
      select $1::bigint, $2::bigint, $3::text, $4::text[]
      where not exists (select from product p
        where p.shop_id = $1 and p.shopify_id = $2 and p.tags = $4 and p.type is not distinct from $3)
      on conflict (shop_id, shopify_id) do update set type = excluded.type, tags = excluded.tags
      """;

  /**
   * Saves those of some orders, in the order of their ids; to be called before the transaction
   * locks an order, or two transactions could wait for each other. What is known is not locked.
   */
  Uni<Void> save(SqlClient tx, long shopId, List<OrderSnapshot> orders) {
    List<Tuple> rows =
        orders.stream()
            .flatMap(order -> order.lines().stream())
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
