package io.daybreak.acceptance.chaos;

import io.daybreak.simulators.shopify.ShopifySimulator;
import io.daybreak.simulators.shopify.order.NewOrder;
import io.daybreak.simulators.shopify.shop.Shop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Customers: places the orders and leads each through its fate. Two steps of an order come closer
 * together than its deliveries are spread, so that they overtake each other.
 */
final class Traffic {

  /** New orders wait while so many deliveries are under way: what is lost must be lost by chaos. */
  private static final int MOST_UNDER_WAY = 1_500;

  private static final int MOST_PAUSE_MILLIS = 1_200;

  /** An order of the run. */
  record Placed(long id, Fate fate, @Nullable String email) {}

  private record Due(long atNanos, Placed order, int step) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      return Long.compare(atNanos, other.atNanos);
    }
  }

  private final Shop shop;
  private final ShopifySimulator shopify;
  private final ChaosOptions options;
  private final SplittableRandom random;
  private final List<Placed> placed = new ArrayList<>();
  private final PriorityQueue<Due> due = new PriorityQueue<>();

  Traffic(Shop shop, ShopifySimulator shopify, ChaosOptions options) {
    this.shop = shop;
    this.shopify = shopify;
    this.options = options;
    this.random = new SplittableRandom(options.seed());
  }

  /**
   * Places all orders and returns when the last step of the last was taken.
   *
   * @param enough whether the orders need not be more than there are to be
   */
  List<Placed> run(BooleanSupplier enough) throws InterruptedException {
    long began = System.nanoTime();
    while (wanted(enough) || !due.isEmpty()) {
      long now = System.nanoTime();
      while (!due.isEmpty() && due.peek().atNanos() - now <= 0) {
        take(due.remove());
      }
      if (wanted(enough) && (now - began) * 1e-9 * options.perSecond() > placed.size() && roomy()) {
        place();
      } else {
        TimeUnit.MILLISECONDS.sleep(1);
      }
    }
    return List.copyOf(placed);
  }

  private boolean wanted(BooleanSupplier enough) {
    return placed.size() < options.orders() || !enough.getAsBoolean();
  }

  private boolean roomy() {
    return shopify.webhooks().deliveries().underWay() < MOST_UNDER_WAY;
  }

  private void place() {
    Fate fate = Fate.drawn(random.nextInt(100));
    String email =
        fate == Fate.WITHOUT_ADDRESS ? null : "%d@%s".formatted(placed.size(), shop.domain());
    NewOrder wanted = NewOrder.by(email).withLines(1 + random.nextInt(3));
    long id = shop.create(fate == Fate.TEST_ORDER ? wanted.asTest() : wanted).id();
    var order = new Placed(id, fate, email);
    placed.add(order);
    schedule(order, 0);
  }

  private void schedule(Placed order, int step) {
    if (step < order.fate().steps().size()) {
      long pause = TimeUnit.MILLISECONDS.toNanos(random.nextInt(MOST_PAUSE_MILLIS));
      due.add(new Due(System.nanoTime() + pause, order, step));
    }
  }

  private void take(Due next) {
    long id = next.order().id();
    Instant now = Instant.now();
    switch (next.order().fate().steps().get(next.step())) {
      case PAY -> shop.pay(id, now);
      case FULFIL -> shop.fulfil(id, now);
      case EDIT -> shop.tell(shop.orders().note(id, "gift wrapped, please", now));
      case CANCEL -> shop.cancel(id, "customer", now);
      case REFUND -> shop.refund(id, now);
    }
    schedule(next.order(), next.step() + 1);
  }
}
