package io.daybreak.simulators.shopify.webhook;

import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A shop's subscriptions, one a topic; a new one takes the place of the old. */
public final class Subscriptions {

  /** What order-service wants to hear of. */
  public static final List<String> ORDER_TOPICS =
      List.of(
          "orders/create",
          "orders/updated",
          "orders/paid",
          "orders/fulfilled",
          "orders/cancelled",
          "orders/delete",
          "fulfillments/create",
          "fulfillments/update",
          "refunds/create",
          "app/uninstalled",
          "customers/data_request",
          "customers/redact",
          "shop/redact");

  private final Map<String, Subscription> byTopic = new LinkedHashMap<>();
  private long nextId = 1_100_000_000_001L;

  public synchronized void subscribe(Collection<String> topics, List<URI> addresses) {
    for (String topic : topics) {
      subscribe(topic, addresses);
    }
  }

  public synchronized Subscription subscribe(String topic, List<URI> addresses) {
    var made = new Subscription(nextId++, topic, addresses);
    byTopic.put(topic, made);
    return made;
  }

  /** The living subscription to a topic. */
  public synchronized Optional<Subscription> to(String topic) {
    return Optional.ofNullable(byTopic.get(topic)).filter(found -> !found.removed());
  }

  /** Removed ones as well. */
  public synchronized List<Subscription> all() {
    return List.copyOf(byTopic.values());
  }
}
