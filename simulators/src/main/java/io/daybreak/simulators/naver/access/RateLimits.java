package io.daybreak.simulators.naver.access;

import java.time.Duration;

/**
 * Calls that NAVER answers within any stretch of the window. NAVER publishes no numbers; these are
 * the ones its maintainers mentioned (<a
 * href="https://github.com/naver/searchad-apidoc/issues/50">searchad-apidoc 50</a>, 1476).
 *
 * @param reports calls to /stat-reports, /master-reports and /report-download, for each customer;
 *     whether NAVER counts downloads with them is not known, this is the stricter reading
 * @param others all other calls, for each customer
 * @param apiKey all calls of one access licence
 * @param address all calls from one IP address
 */
public record RateLimits(int reports, int others, int apiKey, int address, Duration window) {

  public static RateLimits standard() {
    return new RateLimits(10, 20, 25, 100, Duration.ofSeconds(1));
  }

  /** For tests that are not about limits. */
  public static RateLimits none() {
    return new RateLimits(
        Integer.MAX_VALUE,
        Integer.MAX_VALUE,
        Integer.MAX_VALUE,
        Integer.MAX_VALUE,
        Duration.ofSeconds(1));
  }
}
