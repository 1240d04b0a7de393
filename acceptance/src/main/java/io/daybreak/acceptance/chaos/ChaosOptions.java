package io.daybreak.acceptance.chaos;

import io.daybreak.simulators.shopify.webhook.Mischief;
import io.daybreak.stack.service.ServiceName;
import io.daybreak.stack.start.StackOptions;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * How much chaos.
 *
 * @param seed of the orders' fates, of duplicates, disorder, mail faults and kills
 * @param perSecond orders placed a second, at most; what is slow to take them is waited for anyway
 * @param duplicates probability of one more copy of a webhook, asked again after each
 * @param spread each delivery begins after a random part of this
 * @param killEvery mean time between two kills; zero kills nobody
 * @param leastKills orders are placed until so many kills were done, even if they become more
 */
public record ChaosOptions(
    int orders,
    long seed,
    int perSecond,
    double duplicates,
    Duration spread,
    Duration killEvery,
    int leastKills) {

  private static final int REPLICAS = 2;

  /**
   * What production waits minutes or an hour for is waited for in seconds, so that repairs happen
   * within the run; limits of a single mail or call stay in proportion.
   */
  private static final Map<String, String> IMPATIENCE =
      Map.ofEntries(
          Map.entry("daybreak.smtp.mails-per-second", "500"),
          Map.entry("daybreak.smtp.timeout", "PT8S"),
          Map.entry("daybreak.smtp.refusal-pause", "PT1S"),
          Map.entry("daybreak.review-mails.sending-lease", "PT10S"),
          Map.entry("daybreak.review-mails.due-silence", "PT30S"),
          Map.entry("daybreak.work.sweep-every", "2s"),
          Map.entry("daybreak.queues.visibility-timeout", "5s"),
          Map.entry("daybreak.queues.long-poll", "2s"),
          Map.entry("daybreak.queues.concurrency", "8"),
          Map.entry("daybreak.dead-letters.delay", "3s"),
          Map.entry("daybreak.dead-letters.interval", "1s"),
          Map.entry("daybreak.dead-letters.lease", "8s"),
          Map.entry("daybreak.shopify.reconcile-every", "PT20S"),
          Map.entry("daybreak.shopify.look-every", "2s"),
          Map.entry("daybreak.shopify.lease", "PT15S"),
          Map.entry("daybreak.shopify.overlap", "PT10S"),
          Map.entry("daybreak.shopify.calls-per-second", "20"));

  Mischief mischief() {
    return new Mischief(duplicates, 4, spread);
  }

  /** Two replicas of order-service and nothing else. */
  public static StackOptions stack() {
    StackOptions options =
        StackOptions.of(Set.of(ServiceName.ORDER)).withReplicas(ServiceName.ORDER, REPLICAS);
    for (Map.Entry<String, String> setting : IMPATIENCE.entrySet()) {
      options = options.withSetting(ServiceName.ORDER, setting.getKey(), setting.getValue());
    }
    return options;
  }
}
