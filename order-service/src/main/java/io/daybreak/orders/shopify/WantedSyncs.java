package io.daybreak.orders.shopify;

import io.daybreak.kit.sql.BlockingSql;
import io.quarkus.scheduler.Scheduled;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Reads orders from Shopify that were told in two ways under one version: which of them is right,
 * only Shopify knows. Reading changes nothing there, so a read that failed is made again some
 * times; after that the hourly reconciliation is left.
 */
@ApplicationScoped
class WantedSyncs {

  private record Wanted(long row, long shopId, long orderId) {}

  private static final Logger LOG = Logger.getLogger(WantedSyncs.class);

  /** What one read of Shopify may take, its own limit and the storing included. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The lease is longer than the patience, so that one process at a time asks for an order. */
  private static final String TAKE =
      """
      update order_sync w set lease_until = now() + interval '2 minutes', attempts = attempts + 1
      from shop_order o
      where o.id = w.order_id and w.order_id = (
        select d.order_id from order_sync d where d.lease_until < now()
        order by d.wanted_at limit 1 for update skip locked)
      returning w.order_id, o.shop_id, o.shopify_id
      """;

  private static final String DONE = "delete from order_sync where order_id = $1";

  private static final String FORGET = "delete from order_sync where attempts >= 5";

  private final BlockingSql sql;
  private final OrderSync sync;

  WantedSyncs(BlockingSql sql, OrderSync sync) {
    this.sql = sql;
    this.sync = sync;
  }

  /** Takes one order after the other; on a worker thread. */
  @Scheduled(
      every = "${daybreak.shopify.wanted-syncs-every:2s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() {
    for (Optional<Wanted> next = take(); next.isPresent(); next = take()) {
      read(next.get());
    }
    sql.execute(FORGET);
  }

  private void read(Wanted wanted) {
    try {
      sql.await(sync.sync(wanted.shopId(), wanted.orderId()), PATIENCE);
      sql.execute(DONE, wanted.row());
    } catch (RuntimeException e) {
      LOG.warnf("An order of shop %d, told in two ways, could not be read: %s", wanted.shopId(), e);
    }
  }

  private Optional<Wanted> take() {
    return sql.first(TAKE).map(WantedSyncs::wanted);
  }

  private static Wanted wanted(Row row) {
    return new Wanted(row.getLong("order_id"), row.getLong("shop_id"), row.getLong("shopify_id"));
  }
}
