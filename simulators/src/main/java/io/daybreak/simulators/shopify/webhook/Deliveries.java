package io.daybreak.simulators.shopify.webhook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Every delivery there was, for whoever wants to know what was told and what was answered. */
public final class Deliveries {

  private final List<Delivery> all = new ArrayList<>();
  private final AtomicInteger underWay = new AtomicInteger();

  Delivery begin(Webhook webhook) {
    var delivery = new Delivery(webhook);
    synchronized (all) {
      all.add(delivery);
    }
    underWay.incrementAndGet();
    return delivery;
  }

  void ended() {
    underWay.decrementAndGet();
  }

  /** Deliveries that wait, are being attempted, or will be attempted again. */
  public int underWay() {
    return underWay.get();
  }

  public List<Delivery> all() {
    synchronized (all) {
      return List.copyOf(all);
    }
  }

  public Map<Delivery.State, Integer> count() {
    var counts = new EnumMap<Delivery.State, Integer>(Delivery.State.class);
    all().forEach(delivery -> counts.merge(delivery.state(), 1, Integer::sum));
    return counts;
  }

  public void clear() {
    synchronized (all) {
      all.removeIf(delivery -> delivery.state() != Delivery.State.UNDER_WAY);
    }
  }
}
