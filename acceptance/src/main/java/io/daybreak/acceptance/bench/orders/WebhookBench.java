package io.daybreak.acceptance.bench.orders;

import io.daybreak.acceptance.orders.OrderDatabase;
import io.daybreak.acceptance.orders.OrderShop;
import io.daybreak.acceptance.orders.ReviewRules;
import io.daybreak.simulators.shopify.shop.ShopOptions;
import io.daybreak.stack.service.ServiceName;
import io.daybreak.stack.service.ServiceProcess;
import io.daybreak.stack.start.Stack;
import io.daybreak.stack.start.StackOptions;
import io.daybreak.stack.start.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;

/**
 * Measures the taking of webhooks: at a fixed rate for response times, then as fast as possible.
 * What was accepted is counted in the database afterwards.
 *
 * @param options the services to start
 * @param perSecond the fixed rate
 * @param seconds how long it is kept
 */
public record WebhookBench(StackOptions options, int perSecond, int seconds) {

  private static final int WARM_UP_SECONDS = 10;
  private static final int CLIENTS = 32;
  private static final int SHOTS_AT_FULL_SPEED = 20_000;

  /** Whether every webhook was accepted and found in the database. */
  public boolean run(Workspace workspace, PrintWriter out)
      throws IOException, SQLException, InterruptedException {
    try (Stack stack = Stack.start(workspace, options);
        OrderDatabase database = OrderDatabase.of(stack)) {
      OrderShop shop = OrderShop.open(stack, ShopOptions.named("bench"), ReviewRules.atOnce());
      List<URI> addresses =
          stack.instancesOf(ServiceName.ORDER).stream()
              .map(ServiceProcess::launch)
              .map(launch -> launch.url().resolve(OrderShop.WEBHOOKS))
              .toList();
      out.printf(
          "%d replicas, PostgreSQL with fsync %s, synchronous_commit %s%n",
          addresses.size(), database.setting("fsync"), database.setting("synchronous_commit"));
      out.flush();
      return measure(shop, addresses, database, out);
    }
  }

  private boolean measure(
      OrderShop shop, List<URI> addresses, OrderDatabase database, PrintWriter out)
      throws SQLException {
    try (var load = new LoadGenerator(addresses)) {
      Measurement warmUp =
          load.atRate(Shot.make(shop.shop(), perSecond * WARM_UP_SECONDS), perSecond);
      print(out, "warm-up at " + perSecond + "/s", warmUp);
      Measurement steady = load.atRate(Shot.make(shop.shop(), perSecond * seconds), perSecond);
      print(out, "at " + perSecond + "/s", steady);
      Measurement fastest = load.asFastAs(Shot.make(shop.shop(), SHOTS_AT_FULL_SPEED), CLIENTS);
      print(out, "at full speed, " + CLIENTS + " clients", fastest);
      int accepted = warmUp.accepted() + steady.accepted() + fastest.accepted();
      long committed = database.deliveriesTaken(shop.domain());
      out.printf("  accepted %d, found in the database %d%n", accepted, committed);
      out.flush();
      return committed >= accepted && steady.failed() + fastest.failed() == 0;
    }
  }

  private static void print(PrintWriter out, String name, Measurement measured) {
    out.printf(
        "  %-30s %7.0f/s accepted   p50 %6.1f ms   p99 %7.1f ms   max %7.1f ms   failed %d%n",
        name,
        measured.perSecond(),
        measured.percentile(0.50),
        measured.percentile(0.99),
        measured.percentile(1),
        measured.failed());
    out.flush();
  }
}
