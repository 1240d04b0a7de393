package io.daybreak.kit.outbox;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The service's own relay rests, so that a test decides when a pass happens. */
public class RelayDrivenByTest implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("daybreak.outbox.enabled", "false", "daybreak.queues.call-timeout", "1s");
  }
}
