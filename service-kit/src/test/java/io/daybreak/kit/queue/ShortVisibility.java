package io.daybreak.kit.queue;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.time.Duration;
import java.util.Map;

/** Times short enough to watch messages become dead letters. */
public class ShortVisibility implements QuarkusTestProfile {

  static final Duration TIMEOUT = Duration.ofSeconds(2);
  static final int CONCURRENCY = 3;

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "daybreak.queues.visibility-timeout", TIMEOUT.toSeconds() + "s",
        "daybreak.queues.consumer.sheet-commands.concurrency", "" + CONCURRENCY);
  }
}
