package io.daybreak.acceptance.bench.orders;

import java.time.Duration;
import java.util.Arrays;

/**
 * What came of a load.
 *
 * @param accepted requests answered with 2xx
 * @param failed all others, no answer included
 * @param took from the first request to the last answer
 * @param sortedNanos response times of the accepted ones; at a fixed rate they count from the
 *     moment the request was due, so that waiting for a slow server is not left out
 */
record Measurement(int accepted, int failed, Duration took, long[] sortedNanos) {

  static Measurement of(int failed, Duration took, long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Measurement(sorted.length, failed, took, sorted);
  }

  double perSecond() {
    return accepted / (took.toNanos() / 1e9);
  }

  /** Milliseconds that this share of the answers did not exceed. */
  double percentile(double share) {
    if (sortedNanos.length == 0) {
      return Double.NaN;
    }
    int index = (int) Math.ceil(share * sortedNanos.length) - 1;
    return sortedNanos[Math.max(0, index)] / 1e6;
  }
}
