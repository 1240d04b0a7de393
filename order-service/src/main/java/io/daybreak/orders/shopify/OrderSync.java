package io.daybreak.orders.shopify;

import io.daybreak.orders.order.OrderIntake;
import io.daybreak.orders.order.OrderSnapshot;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Reads an order from Shopify and applies it: the current truth, whatever messages were lost. Doing
 * it again changes nothing.
 */
@ApplicationScoped
public class OrderSync {

  /** What was delivered about the order so far is contained in what is read now. */
  private static final String SETTLE_DELIVERIES =
      """
      update webhook_delivery set state = 'APPLIED', settled_at = now(), payload = null
      where shop_id = $1 and order_id = $2 and state = 'RECEIVED'
        and received_at <= $3::timestamptz
      """;

  private final Pool pool;
  private final ShopifyShops shops;
  private final ShopifyGateway gateway;
  private final ShopifyPace pace;
  private final OrderIntake intake;

  OrderSync(
      Pool pool, ShopifyShops shops, ShopifyGateway gateway, ShopifyPace pace, OrderIntake intake) {
    this.pool = pool;
    this.shops = shops;
    this.gateway = gateway;
    this.pace = pace;
    this.intake = intake;
  }

  /** Fails with a problem (404) if Shopify has no such order. */
  public Uni<Void> sync(long shopId, long orderId) {
    return pool.preparedQuery("select now() as now")
        .execute()
        .map(rows -> rows.iterator().next().getOffsetDateTime("now"))
        .chain(
            asked ->
                shops
                    .get(shopId)
                    .chain(shop -> pace.inTurn(shop, any -> gateway.order(any, orderId)))
                    .map(found -> found.orElseThrow(SyncProblems::unknownOrder).order())
                    .chain(
                        order ->
                            pool.withTransaction(
                                tx -> apply(tx, shopId, order, Tuple.of(shopId, orderId, asked)))));
  }

  private Uni<Void> apply(SqlConnection tx, long shopId, OrderSnapshot order, Tuple deliveries) {
    return tx.preparedQuery(SETTLE_DELIVERIES)
        .execute(deliveries)
        .chain(() -> intake.apply(tx, shopId, order))
        .replaceWithVoid();
  }
}
