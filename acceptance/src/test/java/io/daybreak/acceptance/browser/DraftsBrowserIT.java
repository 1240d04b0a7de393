package io.daybreak.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.daybreak.acceptance.orders.ReviewRules;
import io.daybreak.simulators.identity.Account;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody has typed is theirs until they save it or throw it away. */
@InBrowserWorld
class DraftsBrowserIT {

  private static final String TYPED_NAME = "Typed by hand";
  private static final String TYPED_DAYS = "9";

  private final BrowserWorld world;

  DraftsBrowserIT(BrowserWorld world) {
    this.world = world;
  }

  @ParameterizedTest
  @CsvSource({"400, invalid-request", "409, conflict", "502, service-unreachable"})
  void aRefusalTouchesNoField(int status, String type) {
    MerchantShop shop = open("refused-" + status);
    Visitor visitor = typeAt(shop).mayComplainAbout("status of " + status);
    visitor
        .page()
        .route("**/api/shops/" + shop.domain(), route -> refuseChanges(route, status, type));

    visitor.the(AriaRole.BUTTON, "Save settings").click();

    assertThat(visitor.page().locator("form .banner.bad")).isVisible();
    stillTyped(visitor);
  }

  @Test
  void noSwitchAndNoReloadTouchesAField() {
    Visitor visitor = typeAt(open("switched"));
    Page page = visitor.page();

    page.locator(".bar button[lang=ko]").click();
    assertThat(page.locator("html")).hasAttribute("lang", "ko");
    stillTyped(visitor);
    page.locator(".bar [role=group]").last().locator("button").last().click();
    stillTyped(visitor);
    page.reload();
    visitor.settled();

    stillTyped(visitor);
  }

  @Test
  void ofTwoWhoChangeTheSameBothAreShown() {
    MerchantShop shop = open("two-people");
    Visitor visitor = typeAt(shop).mayComplainAbout("status of 409");
    Page page = visitor.page();
    JsonObject theirs = visitor.call("GET", "/api/shops/" + shop.domain(), null);
    theirs.getJsonObject("settings").getJsonObject("sender").put("name", "Theirs");
    visitor.call(
        "PUT",
        "/api/shops/" + shop.domain(),
        new JsonObject()
            .put("version", theirs.getValue("version"))
            .put("settings", theirs.getJsonObject("settings")));

    visitor.the(AriaRole.BUTTON, "Save settings").click();

    assertThat(page.locator("[data-conflict='sender.name'] .theirs")).hasText("Theirs");
    assertThat(page.locator("[data-conflict='sender.name'] .yours")).hasText(TYPED_NAME);
    stillTyped(visitor);
    visitor.findsNothingInTheWay();
    visitor.the(AriaRole.BUTTON, "Keep yours").click();
    visitor.the(AriaRole.BUTTON, "Save settings").click();
    assertThat(page.locator(".notices")).containsText("The settings are saved");
    stillTyped(visitor);
  }

  @Test
  void leavingAsksAndWhatWasTypedIsThereAgain() {
    MerchantShop shop = open("left");
    Visitor visitor = typeAt(shop);
    Page page = visitor.page();

    page.locator("main a.back").click();
    assertThat(page.locator("dialog[open]")).containsText("Leave without saving?");
    page.locator("dialog[open] .button").first().click();
    stillTyped(visitor);
    page.locator("main a.back").click();
    page.locator("dialog[open] .button").nth(1).click();
    page.waitForURL(visitor.at("/shops"));
    page.goBack();
    visitor.settled();

    stillTyped(visitor);
  }

  @Test
  void aSessionThatEndsIsAskedForOverThePage() {
    MerchantShop shop = open("signed-out");
    Visitor visitor = typeAt(shop).mayComplainAbout("status of 401");
    Page page = visitor.page();
    page.context().clearCookies();

    visitor.the(AriaRole.BUTTON, "Save settings").click();

    assertThat(page.locator("dialog[open]")).containsText("Sign in again");
    stillTyped(visitor);
    Page window = page.waitForPopup(() -> page.locator("dialog[open] .button.primary").click());
    window.locator("button[value=" + Account.MERCHANT.person().subject() + "]").click();
    assertThat(page.locator("dialog[open]")).hasCount(0);
    stillTyped(visitor);
    visitor.the(AriaRole.BUTTON, "Save settings").click();
    assertThat(page.locator(".notices")).containsText("The settings are saved");
  }

  private static void refuseChanges(Route route, int status, String type) {
    if (route.request().method().equals("GET")) {
      route.resume();
      return;
    }
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(status)
            .setContentType("application/problem+json")
            .setBody(
                new JsonObject()
                    .put("type", "https://daybreak.io/problems/" + type)
                    .put("title", "Refused by the test")
                    .encode()));
  }

  private Visitor typeAt(MerchantShop shop) {
    Visitor visitor = world.visitor(Visit.of(Account.MERCHANT)).signInAt("/shops/" + shop.domain());
    visitor.page().locator("[name=name]").fill(TYPED_NAME);
    visitor.page().locator("[name=delayDays]").fill(TYPED_DAYS);
    return visitor;
  }

  private static void stillTyped(Visitor visitor) {
    assertThat(visitor.page().locator("[name=name]")).hasValue(TYPED_NAME);
    assertThat(visitor.page().locator("[name=delayDays]")).hasValue(TYPED_DAYS);
  }

  private MerchantShop open(String name) {
    return MerchantShop.open(world.stack(), name, ReviewRules.atOnce());
  }
}
