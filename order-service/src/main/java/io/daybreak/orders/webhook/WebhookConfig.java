package io.daybreak.orders.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long deliveries, and what it takes to check them, are remembered. */
@ConfigMapping(prefix = "daybreak.webhooks")
public interface WebhookConfig {

  /**
   * How long a shop's secrets are remembered, so that a delivery costs no query of its own. A
   * signature that does not match is checked against the newest secrets before it is refused.
   */
  @WithDefault("PT10S")
  Duration secretsRemembered();

  /** How long deliveries are remembered; above the 4 hours in which Shopify repeats them. */
  @WithDefault("P14D")
  Duration remembered();
}
