package io.daybreak.orders.compliance;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What was written down of a customer outside their orders, and goes with them. */
@ApplicationScoped
class CustomerCopies {

  /** A row that was no order keeps what is wrong with it, and loses what it said. */
  private static final String EMPTY_BAD_ROWS =
      """
      update csv_import_bad_row b set cells = '{}'
      from csv_import i
      where i.id = b.import_id and i.shop_id = $1
        and exists (select from unnest(b.cells) as cell
                    where cell = any($2) or lower(cell) = lower($3))
      """;

  /** An export that the merchant asked for earlier. */
  private static final String FORGET_EXPORTS =
      """
      update compliance_request r set export = null
      from shop s
      where s.id = $1 and r.shop_domain = s.domain
        and exists (select from jsonb_array_elements(r.export -> 'orders') as told
                    join shop_order o on o.shop_id = $1 and o.shopify_id::text = told ->> 'id'
                    where o.id = any($2))
      """;

  /**
   * @param named Shopify's ids of the orders that the request names
   * @param orders our ids of the customer's orders
   * @param address the customer's, null if the request has none
   */
  Uni<Void> forget(
      SqlClient tx, long shopId, Long[] named, Long[] orders, @Nullable String address) {
    String[] ids = Arrays.stream(named).map(id -> id.toString()).toArray(String[]::new);
    return tx.preparedQuery(EMPTY_BAD_ROWS)
        .execute(Tuple.tuple().addLong(shopId).addArrayOfString(ids).addString(address))
        .chain(
            () ->
                tx.preparedQuery(FORGET_EXPORTS)
                    .execute(Tuple.tuple().addLong(shopId).addArrayOfLong(orders)))
        .replaceWithVoid();
  }
}
