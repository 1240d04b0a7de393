package io.daybreak.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.daybreak.acceptance.deadletter.Conflict;
import io.daybreak.acceptance.orders.OrderShop;
import io.daybreak.acceptance.orders.ReviewRules;
import io.daybreak.simulators.identity.Account;
import io.daybreak.simulators.shopify.order.NewOrder;
import io.daybreak.simulators.shopify.order.Order;
import io.daybreak.simulators.shopify.shop.ShopOptions;
import org.junit.jupiter.api.Test;

/** Messages that died, as an operator sees to them. */
@InBrowserWorld
class DeadLetterBrowserIT {

  private final BrowserWorld world;

  DeadLetterBrowserIT(BrowserWorld world) {
    this.world = world;
  }

  @Test
  void aDeadLetterIsBroughtBack() throws Exception {
    OrderShop shop =
        OrderShop.open(world.stack(), ShopOptions.named("collisions"), ReviewRules.atOnce());
    try (Conflict conflict = Conflict.begin(world.stack())) {
      Order order = shop.shop().create(NewOrder.by("customer@" + shop.domain()));
      Visitor operator = world.visitor(Visit.of(Account.OPERATOR)).signInAt("/dead-letters");
      operator.the(AriaRole.BUTTON, "Orders and mails").click();
      Locator letter = operator.page().locator("tbody tr:not([aria-hidden])").first();
      Patience.until(letter.locator(".badge"), "Failed");
      operator.photograph("dead-letters");
      operator.findsNothingInTheWay();

      conflict.end();
      letter.getByRole(AriaRole.BUTTON).filter(named("Synchronise")).click();
      operator.page().locator("dialog[open] .button.primary").click();

      Patience.until(letter.locator(".badge"), "Synchronised");
      operator.open("/orders");
      Patience.until(operator.page().locator("tbody"), "customer@" + shop.domain());
      assertThat(shop.api().orders(shop.domain(), order.id())).hasSize(1);
    }
  }

  private static Locator.FilterOptions named(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
