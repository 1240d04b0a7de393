package io.daybreak.orders.shopify;

import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.orders.order.OrderIntake;
import io.daybreak.orders.order.OrderSnapshot;
import io.daybreak.orders.shopify.ReconciliationLog.Turn;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what changed at Shopify since the last time, since deliveries may be lost or a day late.
 * A shop is in one process's hands at a time; a page that was applied is remembered, so a round
 * that ends early goes on from there.
 */
@ApplicationScoped
class Reconciliation {

  private static final Logger LOG = Logger.getLogger(Reconciliation.class);

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final BlockingSql sql;
  private final ReconciliationLog log;
  private final ShopifyShops shops;
  private final ShopifyGateway gateway;
  private final ShopifyConfig config;
  private final ShopifyPace pace;
  private final OrderIntake intake;
  private final Pool pool;

  Reconciliation(
      BlockingSql sql,
      ReconciliationLog log,
      ShopifyShops shops,
      ShopifyGateway gateway,
      ShopifyConfig config,
      ShopifyPace pace,
      OrderIntake intake,
      Pool pool) {
    this.sql = sql;
    this.log = log;
    this.shops = shops;
    this.gateway = gateway;
    this.config = config;
    this.pace = pace;
    this.intake = intake;
    this.pool = pool;
  }

  /** Takes the shops whose hour is over, one after the other; on a worker thread. */
  @Scheduled(
      every = "${daybreak.shopify.look-every:1m}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void reconcile() {
    for (Optional<Turn> turn = next(); turn.isPresent(); turn = next()) {
      reconcile(turn.get());
    }
  }

  private Optional<Turn> next() {
    return await(log.take());
  }

  private void reconcile(Turn turn) {
    try {
      ShopifyShop shop = await(shops.get(turn.shopId()));
      Instant since = turn.seenUntil().minus(config.overlap());
      String cursor = null;
      do {
        OrderPage page = fetch(shop, since, cursor);
        List<OrderSnapshot> orders = whole(shop, page.orders());
        await(pool.withTransaction(tx -> intake.applyAll(tx, turn.shopId(), orders)));
        await(log.seen(turn, newest(orders)));
        cursor = page.next();
      } while (cursor != null);
      await(log.done(turn));
    } catch (ShopifyFailure failure) {
      LOG.warnf("Reconciliation of shop %d ended early: %s", turn.shopId(), failure.getMessage());
      await(log.endedEarly(turn, failure.kind().name()));
    } catch (RuntimeException e) {
      LOG.errorf(e, "Reconciliation of shop %d failed", turn.shopId());
      await(log.endedEarly(turn, "FAILED"));
    }
  }

  private OrderPage fetch(ShopifyShop shop, Instant since, @Nullable String cursor) {
    return await(pace.inTurn(shop, any -> gateway.changedSince(any, since, cursor)));
  }

  /** Orders with more lines than a page shows are fetched by themselves. */
  private List<OrderSnapshot> whole(ShopifyShop shop, List<OrderNode> nodes) {
    List<OrderSnapshot> orders = new ArrayList<>(nodes.size());
    for (OrderNode node : nodes) {
      if (node.complete()) {
        orders.add(node.order());
      } else {
        await(pace.inTurn(shop, any -> gateway.order(any, node.order().shopifyId())))
            .ifPresent(found -> orders.add(found.order()));
      }
    }
    return orders;
  }

  private static Optional<Instant> newest(List<OrderSnapshot> orders) {
    return orders.stream().map(OrderSnapshot::versionAt).max(Instant::compareTo);
  }

  private <T> T await(Uni<T> work) {
    return sql.await(work, LONGEST);
  }
}
