package io.daybreak.simulators.shopify.webhook;

import io.vertx.core.json.JsonObject;
import java.time.Duration;

/**
 * Shopify's rules: 1 s to connect, 5 s for everything, any status outside 2xx is a failure, 8
 * retries within 4 hours, and the end of a subscription after 8 failures in a row.
 *
 * @param timeScale what the pauses between attempts are multiplied with, so that tests need not
 *     wait four hours; the limits of a single attempt are always the real ones
 * @param removeSubscriptions whether failures end a subscription: they do for those made through
 *     the Admin API, not for those of the app's own configuration
 * @param concurrency attempts under way at the same time
 * @see <a href="https://shopify.dev/docs/apps/build/webhooks/subscribe/https">HTTPS delivery</a>
 */
public record DeliveryRules(double timeScale, boolean removeSubscriptions, int concurrency) {

  public static final Duration CONNECT_WITHIN = Duration.ofSeconds(1);
  public static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
  public static final int RETRIES = 8;
  public static final int FAILURES_UNTIL_REMOVAL = 8;

  /** Most attempts under way at the same time, whatever the rules say. */
  static final int MOST_AT_ONCE = 512;

  /** Doubled 8 times, the pauses make 4 hours together. */
  private static final Duration FIRST_PAUSE = Duration.ofHours(4).dividedBy((1 << RETRIES) - 1);

  public DeliveryRules {
    if (timeScale <= 0 || concurrency < 1 || concurrency > MOST_AT_ONCE) {
      throw new IllegalArgumentException("a time scale above 0, 1 to 512 attempts at once");
    }
  }

  /** Reads {@code {"timeScale":0.001,"removeSubscriptions":false,"concurrency":16}}. */
  public static DeliveryRules of(JsonObject json) {
    return new DeliveryRules(
        json.getDouble("timeScale", 1.0),
        json.getBoolean("removeSubscriptions", true),
        json.getInteger("concurrency", 16));
  }

  /** The real rules, 16 attempts at a time. */
  public static DeliveryRules real() {
    return new DeliveryRules(1, true, 16);
  }

  /** The pauses in thousandths: 56 ms, then 113 ms, all together 14 s. */
  public DeliveryRules inThousandths() {
    return new DeliveryRules(0.001, removeSubscriptions, concurrency);
  }

  public DeliveryRules keepingSubscriptions() {
    return new DeliveryRules(timeScale, false, concurrency);
  }

  public DeliveryRules atOnce(int attempts) {
    return new DeliveryRules(timeScale, removeSubscriptions, attempts);
  }

  /**
   * @param retry 1 for the first retry
   */
  Duration pauseBefore(int retry) {
    double millis = FIRST_PAUSE.multipliedBy(1L << (retry - 1)).toMillis() * timeScale;
    return Duration.ofMillis(Math.max(1, Math.round(millis)));
  }
}
