package io.daybreak.acceptance.bench.imports;

import io.daybreak.simulators.kernel.JournalEntry;
import io.daybreak.simulators.naver.access.RateLimits;
import java.util.List;

/**
 * The shortest time in which calls could have been made that were made: calls / rate, for the
 * budget that takes longest.
 *
 * @param budget its name and numbers
 */
record Bound(String budget, double seconds) {

  /** Google's quota of a service account, and how much of it may come at once. */
  private static final double GOOGLE_WRITES_PER_SECOND = 40 / 60.0;

  private static final int GOOGLE_BURST = 21;

  /** Of the calls about one account with one key, and the writes into its spreadsheet. */
  static Bound of(List<JournalEntry> naver, int writes) {
    RateLimits limits = RateLimits.standard();
    long reports = naver.stream().filter(call -> call.path().contains("report")).count();
    Bound customer = rate("report calls", reports, limits.reports());
    Bound key = rate("calls with the key", naver.size(), limits.apiKey());
    double seconds = Math.max(0, writes - GOOGLE_BURST) / GOOGLE_WRITES_PER_SECOND;
    Bound google =
        new Bound("%d writes at Google, 40 a minute after 21".formatted(writes), seconds);
    return longer(longer(customer, key), google);
  }

  private static Bound rate(String what, long calls, int aSecond) {
    return new Bound("%d %s at %d/s".formatted(calls, what, aSecond), (double) calls / aSecond);
  }

  private static Bound longer(Bound one, Bound other) {
    return one.seconds >= other.seconds ? one : other;
  }
}
