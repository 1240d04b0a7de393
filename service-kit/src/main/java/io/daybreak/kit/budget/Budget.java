package io.daybreak.kit.budget;

import java.time.Duration;

/**
 * A rate that every process with the same database shares.
 *
 * @param name names what the rate belongs to, its parts separated by colons, as in {@code
 *     naver:customer:1234}; all but the last part becomes the tag of its metrics
 * @param interval time between two slots, at least a microsecond
 * @param burst how many slots may be taken at once beyond the first, at least 0
 */
public record Budget(String name, Duration interval, int burst) {

  /**
   * How much later than its moment a call may reach the other side without breaking the rate there:
   * the windows below are made longer by it. {@link Budgets} forfeits slots it reaches 30 ms late,
   * 30 ms are left for the way. A rate a second is used to 94 % so: 25 calls are spread over 1,060
   * ms.
   */
  static final Duration JITTER = Duration.ofMillis(60);

  public Budget {
    if (interval.toNanos() < 1000) {
      throw new IllegalArgumentException("A budget's interval is at least 1 µs, not " + interval);
    }
    if (burst < 0) {
      throw new IllegalArgumentException("A budget's burst is at least 0, not " + burst);
    }
  }

  /** At most {@code rate} calls in any second, evenly spaced; {@code rate} may be a fraction. */
  public static Budget perSecond(String name, double rate) {
    return within(name, Duration.ofSeconds(1), rate, 0);
  }

  /**
   * At most {@code rate} calls in any minute, of which {@code 1 + burst} may come at once after a
   * pause. The burst is part of the rate, not on top of it: the calls after a burst are spaced so
   * that the minute that holds the burst stays within the rate, which costs steady callers the
   * share {@code burst / rate} of the allowance.
   */
  public static Budget perMinute(String name, double rate, int burst) {
    return within(name, Duration.ofMinutes(1), rate, burst);
  }

  private static Budget within(String name, Duration window, double rate, int burst) {
    if (!(rate - burst > 0)) {
      throw new IllegalArgumentException(
          "The rate of %s, %s, has to exceed its burst, %d".formatted(name, rate, burst));
    }
    double nanos = window.plus(JITTER).toNanos() / (rate - burst);
    return new Budget(name, Duration.ofNanos((long) Math.ceil(nanos)), burst);
  }
}
