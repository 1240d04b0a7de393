package io.daybreak.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.daybreak.simulators.identity.Account;
import io.daybreak.simulators.naver.account.AccountSpec;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Ctrl-K, and what else the keys do. */
@InBrowserWorld
class PaletteBrowserIT {

  private final BrowserWorld world;
  private final Marketing marketing;

  PaletteBrowserIT(BrowserWorld world) {
    this.world = world;
    this.marketing = world.marketing();
  }

  @Test
  void aSetIsFoundByItsAccountFromAnyPage() {
    Visitor marketer = world.visitor(Visit.of(Account.MARKETER)).signInAt("/batches");
    AccountSpec account = marketing.account();
    String key = marketing.register(marketer, account, account.secret());
    String set = marketing.importOf(marketer, account, key, 1);

    field(marketer).fill(Long.toString(account.customerId()));
    Locator hit = hits(marketer).filter(having("NSA_CTD_" + account.customerId()));
    assertThat(hit).isVisible();
    marketer.findsNothingInTheWay();
    marketer.page().keyboard().press("Enter");

    assertThat(marketer.page()).hasURL(Pattern.compile("/imports/" + set));
    assertThat(marketer.page().locator(".palette")).isHidden();
  }

  @Test
  void aSourceThatIsSilentHidesNothingOfTheOthers() {
    Visitor marketer =
        world.visitor(Visit.of(Account.MARKETER)).signInAt("/imports").mayComplainAbout("502");
    marketer
        .page()
        .route(
            Pattern.compile("/api/csv-uploads"),
            route -> route.fulfill(new Route.FulfillOptions().setStatus(502)));

    field(marketer).fill("api");

    assertThat(hits(marketer).filter(having("API keys"))).isVisible();
    assertThat(marketer.page().locator(".palette [role=status]"))
        .containsText("CSV uploads: not available");
    marketer.page().keyboard().press("Escape");
    assertThat(marketer.page().locator(".palette")).isHidden();
  }

  @Test
  void theKeysAreShownAndNotWhileSomebodyTypes() {
    Visitor operator = world.visitor(Visit.of(Account.OPERATOR)).signInAt("/orders");
    Locator keys = operator.page().locator(".keys");

    operator.page().locator("main input").first().press("?");
    assertThat(keys).isHidden();
    operator.page().locator("main h1").click();
    operator.page().keyboard().press("?");

    assertThat(keys).isVisible();
    assertThat(keys).containsText("Ctrl K");
    operator.findsNothingInTheWay();
  }

  private static Locator field(Visitor visitor) {
    visitor.page().keyboard().press("Control+k");
    return visitor.page().getByLabel("Find a page, import, order …", exactly());
  }

  private static Locator hits(Visitor visitor) {
    return visitor.page().locator(".palette [role=option]");
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
