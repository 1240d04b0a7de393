package io.daybreak.simulators.shopify.admin;

import io.vertx.core.json.JsonObject;

/** A leaky bucket of query points. Not safe for use by several threads. */
final class CostBucket {

  private final double capacity;
  private final double restorePerSecond;
  private double available;
  private long nanos;

  CostBucket(double capacity, double restorePerSecond, long nanos) {
    this.capacity = capacity;
    this.restorePerSecond = restorePerSecond;
    this.available = capacity;
    this.nanos = nanos;
  }

  boolean take(int points, long now) {
    available = Math.min(capacity, available + (now - nanos) / 1e9 * restorePerSecond);
    nanos = now;
    if (available < points) {
      return false;
    }
    available -= points;
    return true;
  }

  /** What was asked for and not needed comes back at once. */
  void giveBack(int points) {
    available = Math.min(capacity, available + points);
  }

  JsonObject status() {
    return new JsonObject()
        .put("maximumAvailable", capacity)
        .put("currentlyAvailable", (int) available)
        .put("restoreRate", restorePerSecond);
  }
}
