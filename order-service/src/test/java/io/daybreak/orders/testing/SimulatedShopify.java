package io.daybreak.orders.testing;

import io.daybreak.simulators.kernel.SimulatorOptions;
import io.daybreak.simulators.shopify.ShopifySimulator;
import io.daybreak.simulators.shopify.webhook.DeliveryRules;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Shopify's simulator beside the service. */
public class SimulatedShopify implements QuarkusTestResourceLifecycleManager {

  private static ShopifySimulator shopify;

  @Override
  public Map<String, String> start() {
    shopify = ShopifySimulator.start(new SimulatorOptions("shopify", 0, 7), DeliveryRules.real());
    return Map.of(
        "daybreak.shopify.base-url",
        shopify.baseUrl().resolve("/") + "{shop}",
        "daybreak.shopify.refusal-counts",
        "2s",
        "daybreak.shopify.look-every",
        "off",
        "quarkus.rest-client.shopify.read-timeout",
        "2000");
  }

  @Override
  public void stop() {
    shopify.close();
  }

  public static ShopifySimulator shopify() {
    return shopify;
  }
}
