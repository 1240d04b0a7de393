package io.daybreak.simulators.shopify;

import io.daybreak.simulators.kernel.Faults;
import io.daybreak.simulators.kernel.Journal;
import io.daybreak.simulators.kernel.SimulatorOptions;
import io.daybreak.simulators.kernel.SimulatorServer;
import io.daybreak.simulators.shopify.shop.Shop;
import io.daybreak.simulators.shopify.shop.ShopOptions;
import io.daybreak.simulators.shopify.webhook.DeliveryRules;
import io.daybreak.simulators.shopify.webhook.WebhookSender;
import java.net.URI;
import java.time.Clock;

/** The simulated Shopify: an Admin API that is called, and webhooks that call. */
public final class ShopifySimulator implements AutoCloseable {

  private final Shops shops;
  private final WebhookSender sender;
  private final SimulatorServer server;

  private ShopifySimulator(Shops shops, WebhookSender sender, SimulatorServer server) {
    this.shops = shops;
    this.sender = sender;
    this.server = server;
  }

  public static ShopifySimulator start(SimulatorOptions options, DeliveryRules rules) {
    var sender = new WebhookSender(rules, options.seed());
    var shops = new Shops(sender, Clock.systemUTC(), options.seed());
    var server =
        SimulatorServer.start(
            options, new ShopifySimulation(shops, new ShopifyControl(shops, sender)));
    return new ShopifySimulator(shops, sender, server);
  }

  /** Puts the app into a shop; a second time changes nothing. */
  public Shop install(ShopOptions shop) {
    return shops.install(shop);
  }

  /** Duplicates, disorder and the journal of deliveries. */
  public WebhookSender webhooks() {
    return sender;
  }

  /** Where the Admin API of every shop is reached; the token says whose. */
  public URI baseUrl() {
    return server.baseUrl();
  }

  /** Calls of the Admin API. */
  public Journal journal() {
    return server.journal();
  }

  /** What goes wrong with calls of the Admin API. */
  public Faults faults() {
    return server.faults();
  }

  @Override
  public void close() {
    sender.close();
    server.close();
  }
}
