package io.daybreak.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * PostgreSQL and SQS inside the test's process, with all queues of the product, for
 * {@code @QuarkusTestResource}. The service under test is configured to use them, to trust {@link
 * Tokens}, and to seal secrets under a key made for the test.
 */
public class EmbeddedServices implements QuarkusTestResourceLifecycleManager {

  private final EmbeddedDatabase database = new EmbeddedDatabase();
  private final EmbeddedQueues queues = new EmbeddedQueues();

  @Override
  public Map<String, String> start() {
    Map<String, String> config = new HashMap<>();
    config.putAll(database.start());
    config.putAll(queues.start());
    config.putAll(SigningKeys.generate());
    config.putAll(SecretKeys.generate());
    return config;
  }

  @Override
  public void stop() {
    queues.stop();
    database.stop();
  }
}
