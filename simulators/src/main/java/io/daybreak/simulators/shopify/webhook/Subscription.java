package io.daybreak.simulators.shopify.webhook;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;

/**
 * A shop's wish to be told about a topic. Several addresses stand for the instances behind the
 * app's load balancer: attempts take turns.
 */
public final class Subscription {

  private final long id;
  private final String topic;
  private final List<URI> addresses;
  private int failuresInARow;
  private int turn;
  private boolean removed;

  Subscription(long id, String topic, List<URI> addresses) {
    this.id = id;
    this.topic = topic;
    this.addresses = List.copyOf(addresses);
  }

  public long id() {
    return id;
  }

  public String topic() {
    return topic;
  }

  public List<URI> addresses() {
    return addresses;
  }

  /** Whether Shopify ended it because nobody answered. */
  public synchronized boolean removed() {
    return removed;
  }

  synchronized URI nextAddress() {
    turn = (turn + 1) % addresses.size();
    return addresses.get(turn);
  }

  /** Counts an attempt's outcome and says whether this was the failure that ends it. */
  synchronized boolean endedBy(Attempt attempt, DeliveryRules rules) {
    failuresInARow = attempt.succeeded() ? 0 : failuresInARow + 1;
    boolean ends =
        rules.removeSubscriptions()
            && !removed
            && failuresInARow >= DeliveryRules.FAILURES_UNTIL_REMOVAL;
    removed |= ends;
    return ends;
  }

  public synchronized JsonObject toJson() {
    return new JsonObject()
        .put("id", id)
        .put("topic", topic)
        .put("addresses", addresses.stream().map(URI::toString).toList())
        .put("failuresInARow", failuresInARow)
        .put("removed", removed);
  }
}
