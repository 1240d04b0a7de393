package io.daybreak.orders.webhook;

import io.daybreak.contracts.order.OrderDelivered;
import io.daybreak.contracts.order.ShopifyEvent;
import io.daybreak.contracts.queue.Queue;
import io.daybreak.kit.deadletter.DeadLetterSync;
import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.orders.shopify.OrderSync;
import io.daybreak.orders.shopify.ShopifyFailure;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Brings the order that a dead delivery was about to what Shopify says it is now. Where Shopify
 * cannot be asked, the recorded delivery is applied, which versions protect from being old.
 */
@ApplicationScoped
class ShopifyEventSync implements DeadLetterSync<ShopifyEvent> {

  private static final String SHOP =
      """
      select id, reads_shopify as open
      from shop where domain = $1
      """;

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final BlockingSql sql;
  private final Pool pool;
  private final OrderSync orders;
  private final DeliveryApplier deliveries;

  ShopifyEventSync(BlockingSql sql, Pool pool, OrderSync orders, DeliveryApplier deliveries) {
    this.sql = sql;
    this.pool = pool;
    this.orders = orders;
    this.deliveries = deliveries;
  }

  @Override
  public Queue queue() {
    return Queue.SHOPIFY_EVENTS;
  }

  @Override
  public String sync(ShopifyEvent event) {
    return sql.await(synchronise(event), LONGEST);
  }

  private Uni<String> synchronise(ShopifyEvent event) {
    if (event instanceof OrderDelivered delivered && !isDeletion(delivered)) {
      return pool.preparedQuery(SHOP)
          .execute(Tuple.of(delivered.shop()))
          .chain(
              shops ->
                  shops.size() == 0
                      ? Uni.createFrom().item("Nothing to do: the shop is gone")
                      : order(shops.iterator().next(), delivered));
    }
    return applied(event, "The delivery is applied");
  }

  private Uni<String> order(Row shop, OrderDelivered delivered) {
    return shop.getBoolean("open")
        ? orders
            .sync(shop.getLong("id"), delivered.orderId())
            .replaceWith("The order is as Shopify has it now")
            .onFailure(ShopifyEventSync::isRefused)
            .recoverWithUni(
                () ->
                    applied(
                        delivered,
                        "Shopify refuses the shop's API token, so the recorded delivery is"
                            + " applied"))
        : applied(delivered, "The shop gave no API token, so the recorded delivery is applied");
  }

  /** What is deleted cannot be read any more. */
  private static boolean isDeletion(OrderDelivered delivered) {
    return Topic.byName(delivered.topic()).filter(Topic.ORDERS_DELETE::equals).isPresent();
  }

  private static boolean isRefused(Throwable failure) {
    return failure instanceof ShopifyFailure refused
        && refused.kind() == ShopifyFailure.Kind.NOT_ALLOWED;
  }

  private Uni<String> applied(ShopifyEvent event, String sentence) {
    return deliveries.apply(event.deliveryId()).replaceWith(sentence);
  }
}
