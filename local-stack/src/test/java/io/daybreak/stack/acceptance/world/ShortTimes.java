package io.daybreak.stack.acceptance.world;

import io.daybreak.stack.run.StackOptions;
import io.daybreak.stack.service.ServiceName;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * The services as the proofs run them: two replicas of each, as they are delivered but for shorter
 * waits, so that a proof about a lease of half a minute takes seconds. Nothing of the work differs.
 */
public final class ShortTimes {

  /** After so long without a sign of life a worker's run is given up. */
  public static final Duration LEASE = Duration.ofSeconds(4);

  /** How long NAVER's and Google's answers are waited for. */
  public static final Duration ANSWER = Duration.ofSeconds(5);

  /** How long a refusal slows NAVER's budgets down, a minute otherwise. */
  public static final Duration WIDENED = Duration.ofSeconds(2);

  /**
   * Google's quotas are a matter of sheet-service's own tests, and would be most of the time here.
   */
  public static final int GOOGLE_CALLS_PER_MINUTE = 3_000;

  private static final Map<String, String> BOTH =
      Map.of(
          "daybreak.queues.long-poll", "1s",
          "daybreak.queues.visibility-timeout", "6s",
          "daybreak.budgets.widened-for", WIDENED.toSeconds() + "s");

  private static final Map<String, String> IMPORT =
      Map.of(
          "daybreak.runs.lease", LEASE.toString(),
          "daybreak.runs.sweep-every", "1s",
          "daybreak.runs.poll", "PT0.5S",
          "daybreak.batch.cron", "off",
          "daybreak.reports.shortest-pause", "200ms",
          "daybreak.reports.longest-pause", "1s",
          "quarkus.fault-tolerance.global.timeout.value", Long.toString(ANSWER.toSeconds()),
          "quarkus.fault-tolerance.global.timeout.unit", "seconds");

  private static final Map<String, String> UPLOADS =
      Map.of(
          "daybreak.csv.lease", LEASE.toString(),
          "daybreak.csv.sweep-every", "1s",
          "daybreak.csv.untaken-limit", "4s",
          "daybreak.csv.notice-lease", "4s",
          "daybreak.csv.unclear-pause", "1s",
          "daybreak.csv.unclear-limit", "6s");

  private static final Map<String, String> SHEET =
      Map.of(
          "daybreak.tab-writes.lease",
          LEASE.toSeconds() + "s",
          "daybreak.tab-writes.sweep-every",
          "1s",
          "daybreak.google.read-timeout",
          ANSWER.toSeconds() + "s",
          "daybreak.google.quota.user-per-minute",
          Integer.toString(GOOGLE_CALLS_PER_MINUTE),
          "daybreak.google.quota.project-per-minute",
          Integer.toString(GOOGLE_CALLS_PER_MINUTE));

  private ShortTimes() {}

  /** Two replicas of each service. */
  public static StackOptions options() {
    StackOptions options = StackOptions.of(Set.of(ServiceName.IMPORT, ServiceName.SHEET));
    if (Boolean.getBoolean("daybreak.native")) {
      options = options.withNativeExecutables();
    }
    options = with(options, ServiceName.IMPORT, BOTH);
    options = with(options, ServiceName.IMPORT, IMPORT);
    options = with(options, ServiceName.IMPORT, UPLOADS);
    options = with(options, ServiceName.SHEET, BOTH);
    options = with(options, ServiceName.SHEET, SHEET);
    return options.withReplicas(ServiceName.IMPORT, 2).withReplicas(ServiceName.SHEET, 2);
  }

  private static StackOptions with(
      StackOptions options, ServiceName service, Map<String, String> settings) {
    StackOptions changed = options;
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      changed = changed.withSetting(service, setting.getKey(), setting.getValue());
    }
    return changed;
  }
}
