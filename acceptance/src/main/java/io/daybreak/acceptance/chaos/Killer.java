package io.daybreak.acceptance.chaos;

import io.daybreak.acceptance.orders.OrderDatabase;
import io.daybreak.acceptance.orders.OrderShop;
import io.daybreak.stack.service.ServiceName;
import io.daybreak.stack.service.ServiceProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Kills a replica at a random moment of each kind in turn, as {@code kill -9} does, starts it
 * again, and goes on until it is stopped. One replica always lives.
 */
final class Killer extends Thread {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A kill hits a random point of what was seen to go on. */
  private static final int MOST_AIM_MILLIS = 30;

  private static final int MOST_DOWN_MILLIS = 800;

  private final OrderShop shop;
  private final Duration every;
  private final SplittableRandom random;
  private final PrintWriter out;
  private final Map<KillMoment, Integer> kills =
      Collections.synchronizedMap(new EnumMap<>(KillMoment.class));
  private volatile boolean stop;
  private volatile String failure = "";

  Killer(OrderShop shop, Duration every, long seed, PrintWriter out) {
    super("killer");
    this.shop = shop;
    this.every = every;
    this.random = new SplittableRandom(seed);
    this.out = out;
  }

  @Override
  public void run() {
    try (OrderDatabase database = OrderDatabase.of(shop.stack())) {
      for (int turn = 0; !stop; turn++) {
        rest(random.nextLong(2 * every.toMillis() + 1));
        KillMoment moment = KillMoment.values()[turn % KillMoment.values().length];
        if (!stop && await(moment, database)) {
          kill(moment);
        }
      }
    } catch (SQLException | IOException | RuntimeException broken) {
      failure = String.valueOf(broken); // the run is judged by this as well
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  int kills() {
    return kills.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Kills no more; a replica that is being started again is waited for. */
  Map<KillMoment, Integer> finish() throws InterruptedException {
    stop = true;
    join();
    if (!failure.isEmpty()) {
      throw new IllegalStateException("the killer failed: " + failure);
    }
    return kills;
  }

  private boolean await(KillMoment moment, OrderDatabase database)
      throws SQLException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!stop && System.nanoTime() < deadline) {
      if (moment.isNow(shop, database)) {
        return true;
      }
      TimeUnit.MILLISECONDS.sleep(2);
    }
    return false;
  }

  private void kill(KillMoment moment) throws IOException, InterruptedException {
    List<ServiceProcess> replicas = shop.stack().instancesOf(ServiceName.ORDER);
    ServiceProcess victim = replicas.get(random.nextInt(replicas.size()));
    TimeUnit.MILLISECONDS.sleep(random.nextLong(MOST_AIM_MILLIS));
    victim.kill();
    kills.merge(moment, 1, Integer::sum);
    out.printf("  killed %s while %s%n", victim.launch().title(), moment);
    out.flush();
    TimeUnit.MILLISECONDS.sleep(random.nextLong(MOST_DOWN_MILLIS));
    shop.stack().restart(victim);
  }

  private void rest(long millis) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (!stop && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}
