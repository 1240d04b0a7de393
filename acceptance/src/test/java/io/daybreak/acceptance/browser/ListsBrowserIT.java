package io.daybreak.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import io.daybreak.acceptance.orders.ReviewRules;
import io.daybreak.simulators.identity.Account;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists come at last, however slow a service is, and nothing of a row is beside the screen. */
@InBrowserWorld
class ListsBrowserIT {

  private final BrowserWorld world;

  ListsBrowserIT(BrowserWorld world) {
    this.world = world;
  }

  /** By the browser's own clock, which is moved on by hand. */
  @ParameterizedTest
  @ValueSource(strings = {"orders", "review-mails"})
  void aPollNeverCutsALoadOff(String list) {
    Visitor visitor = world.visitor(Visit.of(Account.MERCHANT)).signInAt("/shops");
    Page page = visitor.page();
    List<Route> held = new CopyOnWriteArrayList<>();
    page.route("**/api/" + list + "?*size=20*", held::add);
    page.clock().install();
    page.navigate(visitor.at("/" + list));
    assertThat(page.locator("main .skeleton").first()).isVisible();

    page.clock().runFor(25_000);

    assertThat(page.locator("main .pager")).containsText("This takes longer than usual");
    assertThat(held).hasSize(1);
    held.get(0).resume();
    assertThat(page.locator("main .skeleton")).hasCount(0);
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void everyActionOfARowIsOnTheScreen(Device device) {
    MerchantShop shop =
        MerchantShop.open(
            world.stack(), "wide-" + device.name().toLowerCase(Locale.ROOT), ReviewRules.atOnce());
    shop.sell();
    Visitor visitor =
        world
            .visitor(Visit.of(Account.MERCHANT).on(device))
            .signInAt("/review-mails?shop=" + shop.domain());
    Locator row = visitor.page().locator("tbody tr:not([aria-hidden])").first();
    assertThat(row).isVisible();

    for (Locator control : row.locator("button, a").all()) {
      BoundingBox box = control.boundingBox();
      assertThat(box.x).isNotNegative();
      assertThat(box.x + box.width).isLessThanOrEqualTo(device.width());
    }
    visitor.findsNothingInTheWay();
  }

  @Test
  void anOldAddressStillLeadsToAList() {
    Visitor visitor = world.visitor(Visit.of(Account.MARKETER)).signInAt("/imports?state=WAITING");

    assertThat(visitor.page().locator("main")).not().containsText("That did not work");
  }
}
