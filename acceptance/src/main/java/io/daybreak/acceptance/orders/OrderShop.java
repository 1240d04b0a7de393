package io.daybreak.acceptance.orders;

import io.daybreak.simulators.access.Person;
import io.daybreak.simulators.mail.Mailbox;
import io.daybreak.simulators.shopify.ShopifySimulator;
import io.daybreak.simulators.shopify.shop.Shop;
import io.daybreak.simulators.shopify.shop.ShopOptions;
import io.daybreak.stack.service.ServiceName;
import io.daybreak.stack.service.ServiceProcess;
import io.daybreak.stack.start.Stack;
import java.io.IOException;
import java.net.URI;

/**
 * A shop that is known on both sides: Shopify tells every instance of order-service about its
 * orders, and order-service knows its secrets.
 *
 * @param api the service as the shop's merchant sees it
 */
public record OrderShop(Stack stack, Shop shop, OrderApi api) {

  public static final String WEBHOOKS = "/webhooks/shopify";

  /** Installs the app in a new shop and registers the shop. */
  public static OrderShop open(Stack stack, ShopOptions options, ReviewRules rules)
      throws IOException {
    OrderApi api = new OrderApi(stack.url(ServiceName.ORDER), stack.tokenFor(Person.MERCHANT));
    api.register(options, rules);
    Shop shop = stack.outside().simulators().shopify().install(options);
    shop.subscribe(
        stack.instancesOf(ServiceName.ORDER).stream()
            .map(ServiceProcess::launch)
            .map(launch -> launch.url().resolve(WEBHOOKS))
            .toList());
    return new OrderShop(stack, shop, api);
  }

  public String domain() {
    return shop.domain();
  }

  public ShopifySimulator shopify() {
    return stack.outside().simulators().shopify();
  }

  public Mailbox mailbox() {
    return stack.outside().mail();
  }

  /** Where one instance takes webhooks. */
  public URI webhooks() {
    return stack.url(ServiceName.ORDER).resolve(WEBHOOKS);
  }
}
