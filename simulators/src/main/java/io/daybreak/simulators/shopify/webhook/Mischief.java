package io.daybreak.simulators.shopify.webhook;

import io.vertx.core.json.JsonObject;
import java.time.Duration;

/**
 * What Shopify may do to deliveries and tests want often: at least once, in no order.
 *
 * @param duplicates probability, 0 to 1, that a webhook is delivered once more; asked again after
 *     each copy
 * @param mostCopies of one webhook
 * @param spread each delivery begins after a random part of this
 */
public record Mischief(double duplicates, int mostCopies, Duration spread) {

  /** Each webhook once, in the order of the events. */
  public static Mischief none() {
    return new Mischief(0, 1, Duration.ZERO);
  }

  /** Reads {@code {"duplicates":0.3,"mostCopies":3,"spreadMillis":2000}}. */
  public static Mischief of(JsonObject json) {
    return new Mischief(
        json.getDouble("duplicates", 0.0),
        json.getInteger("mostCopies", 3),
        Duration.ofMillis(json.getLong("spreadMillis", 0L)));
  }
}
