package io.daybreak.acceptance.deadletter;

import io.daybreak.acceptance.world.ShortTimes;
import io.daybreak.stack.service.ServiceName;
import io.daybreak.stack.start.StackOptions;
import java.util.HashMap;
import java.util.Map;

/** Three replicas of each service, whose letters wait for seconds. */
final class ThreeReplicas {

  private static final Map<String, String> OF_ALL =
      Map.of(
          "daybreak.dead-letters.delay", "1s",
          "daybreak.dead-letters.interval", "500ms",
          "daybreak.dead-letters.lease", "4s",
          "daybreak.queues.visibility-timeout", "5s",
          "daybreak.queues.long-poll", "1s");

  /**
   * Nothing but dead letters brings back what their messages did not, and nobody's work or call
   * expires: nine processes on a small machine pause longer than the short times of the other
   * proofs.
   */
  private static final Map<ServiceName, Map<String, String>> OF_EACH =
      Map.of(
          ServiceName.IMPORT,
              Map.of(
                  "daybreak.csv.untaken-limit", "10m",
                  "daybreak.csv.lease", "30s",
                  "quarkus.fault-tolerance.global.timeout.value", "60",
                  "daybreak.runs.lease", "30s"),
          ServiceName.SHEET, Map.of("daybreak.tab-writes.lease", "30s"),
          ServiceName.ORDER, Map.of("daybreak.shopify.look-every", "off"));

  private ThreeReplicas() {}

  static StackOptions options() {
    StackOptions options = ShortTimes.options();
    for (ServiceName service : OF_EACH.keySet()) {
      options = options.withReplicas(service, 3);
      Map<String, String> settings = new HashMap<>(OF_ALL);
      settings.putAll(OF_EACH.get(service));
      for (Map.Entry<String, String> setting : settings.entrySet()) {
        options = options.withSetting(service, setting.getKey(), setting.getValue());
      }
    }
    return options;
  }
}
