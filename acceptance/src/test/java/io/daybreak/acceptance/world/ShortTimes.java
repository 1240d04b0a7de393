package io.daybreak.acceptance.world;

import io.daybreak.stack.service.ServiceName;
import io.daybreak.stack.start.StackOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The services as the proofs run them: two replicas of each, as they are delivered but for shorter
 * waits, so that a proof about a lease of half a minute takes seconds. Nothing of the work differs.
 */
public final class ShortTimes {

  /** After so long without a sign of life a worker's run is given up. */
  public static final Duration LEASE = Duration.ofSeconds(8);

  /** The same for a worker's upload. */
  public static final Duration UPLOAD_LEASE = Duration.ofSeconds(6);

  /** How long an upload waits for another one that writes the same object. */
  public static final Duration TARGET_WAIT = Duration.ofSeconds(10);

  /** How long NAVER's and Google's answers are waited for. */
  public static final Duration ANSWER = Duration.ofSeconds(10);

  /** How long a refusal slows NAVER's budgets down, a minute otherwise. */
  public static final Duration WIDENED = Duration.ofSeconds(2);

  /**
   * Google's quotas are a matter of sheet-service's own tests, and would be most of the time here.
   */
  public static final int GOOGLE_CALLS_PER_MINUTE = 3_000;

  /** Long enough for a proof to hold a worker in the middle of a call. */
  private static final String HELD_SECONDS = "100";

  private static final Map<String, String> BOTH =
      Map.of(
          "daybreak.work.sweep-every", "1s",
          "daybreak.queues.long-poll", "1s",
          "daybreak.queues.visibility-timeout", "6s",
          "daybreak.budgets.widened-for", WIDENED.toSeconds() + "s");

  private static final Map<String, String> IMPORT =
      Map.of(
          "daybreak.runs.lease", LEASE.toString(),
          "daybreak.runs.poll", "PT0.5S",
          "daybreak.batch.cron", "off",
          "daybreak.telling.after", "PT1S",
          "daybreak.telling.every", "1s",
          "daybreak.reports.shortest-pause", "200ms",
          "daybreak.reports.longest-pause", "1s",
          "quarkus.fault-tolerance.global.timeout.value", Long.toString(ANSWER.toSeconds()),
          "quarkus.fault-tolerance.global.timeout.unit", "seconds");

  private static final Map<String, String> UPLOADS =
      Map.of(
          "daybreak.csv.lease", UPLOAD_LEASE.toString(),
          "daybreak.csv.untaken-limit", "2s",
          "daybreak.csv.notice-lease", "8s",
          "quarkus.s3.sync-client.socket-timeout", HELD_SECONDS + "s",
          "daybreak.csv.target-wait", TARGET_WAIT.toString(),
          "daybreak.csv.unclear-pause", "500ms",
          "daybreak.csv.unclear-limit", "3s");

  /** What proofs hold a worker in. */
  private static final List<String> UPLOAD_CALLS =
      List.of(
          "slack.SlackGateway/fileInfo",
          "slack.SlackGateway/content",
          "slack.SlackGateway/post",
          "warehouse.ObjectGateway/part",
          "warehouse.ObjectGateway/complete",
          "warehouse.JobGateway/start",
          "warehouse.JobGateway/find");

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
    options = with(options, ServiceName.IMPORT, BOTH);
    options = with(options, ServiceName.IMPORT, IMPORT);
    options = with(options, ServiceName.IMPORT, UPLOADS);
    for (String call : UPLOAD_CALLS) {
      options = options.withSetting(ServiceName.IMPORT, timeoutOf(call), HELD_SECONDS);
    }
    options = with(options, ServiceName.SHEET, BOTH);
    options = with(options, ServiceName.SHEET, SHEET);
    return options.withReplicas(ServiceName.IMPORT, 2).withReplicas(ServiceName.SHEET, 2);
  }

  private static String timeoutOf(String call) {
    return "quarkus.fault-tolerance.\"io.daybreak.uploads.%s\".timeout.value".formatted(call);
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
