package io.daybreak.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.daybreak.acceptance.orders.ReviewRules;
import io.daybreak.simulators.identity.Account;
import io.daybreak.simulators.identity.Language;
import io.daybreak.simulators.mail.ArrivedMail;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a merchant decides about a shop. */
@InBrowserWorld
class ShopsBrowserIT {

  private final BrowserWorld world;

  ShopsBrowserIT(BrowserWorld world) {
    this.world = world;
  }

  @Test
  void aShopIsAddedAndItsSettingsAreKept() {
    Visitor visitor = world.visitor(Visit.of(Account.MERCHANT)).signInAt("/shops/new");
    Page page = visitor.page();
    page.getByLabel("Domain at Shopify").fill("new-tea.myshopify.com");
    page.getByLabel("Client secret of the app").fill("whsec-of-new-tea");
    page.getByLabel("Sender’s name").fill("New Tea");
    page.getByLabel("Sender’s address").fill("tea@new-tea.example");
    visitor.findsNothingInTheWay();
    visitor.the(AriaRole.BUTTON, "Add the shop").click();
    page.waitForURL(visitor.at("/shops/new-tea.myshopify.com"));

    page.getByLabel("Days to wait").fill("12");
    visitor.findsNothingInTheWay();
    visitor.photograph("shop");
    visitor.the(AriaRole.BUTTON, "Save settings").click();
    assertThat(page.locator(".notices")).containsText("The settings are saved");
    visitor.open("/shops/new-tea.myshopify.com");

    assertThat(page.getByLabel("Days to wait")).hasValue("12");
    assertThat(page.content()).doesNotContain("whsec-of-new-tea");
  }

  @Test
  void aRefusalIsToldInKorean() {
    String domain = open("known-already").domain();
    Visit korean = Visit.of(Account.MERCHANT).in(Language.KOREAN);
    Visitor visitor = world.visitor(korean).mayComplainAbout("409").signInAt("/shops/new");
    Page page = visitor.page();
    page.locator("[name=domain]").fill(domain);
    page.locator("[name=webhookSecret]").fill("whsec-of-another");
    page.locator("[name=name]").fill("새 찻집");
    page.locator("[name=address]").fill("tea@known-already.example");

    page.locator("main .button.primary").click();

    assertThat(page.locator("main .banner")).containsText("이미 등록된 쇼핑몰입니다");
    assertThat(page.locator("main .banner")).containsText("설정을 변경해 주세요");
    assertThat(page.locator("main")).not().containsText("registered already");
    visitor.findsNothingInTheWay();
  }

  @Test
  void aShopsOwnWordsAreSeenAsAMailAndTriedBeforeAnyCustomerGetsThem() {
    MerchantShop shop = open("own-words");
    Visitor visitor = look(shop, "?part=words");
    Page page = visitor.page();
    FrameLocator mail = page.frameLocator("iframe");
    assertThat(mail.locator("body")).containsText("데이브레이크 차");

    page.getByLabel("Text", new Page.GetByLabelOptions().setExact(true))
        .fill("A word about {items}, <b>please</b>?");

    assertThat(mail.locator("body")).containsText(", <b>please</b>?");
    assertThat(mail.locator("a").first()).hasCSS("color", "rgb(255, 255, 255)");
    visitor.photograph("mail-text");
    visitor.the(AriaRole.BUTTON, "Test mail").click();
    page.getByLabel("To", new Page.GetByLabelOptions().setExact(true)).fill(shop.customer());
    visitor.the(AriaRole.BUTTON, "Send the test mail").click();
    assertThat(page.locator(".notices")).containsText("The test mail is on its way");
    assertThat(shop.mails()).extracting(ArrivedMail::subject).allMatch(s -> s.startsWith("[Test]"));

    page.evaluate("document.querySelector('iframe').remove()"); // axe cannot run where nothing can
    visitor.findsNothingInTheWay();
  }

  @Test
  void whoEndsAPauseSeesWhatWaitsAndDecides() {
    MerchantShop shop = open("paused");
    Visitor visitor = look(shop, "");
    visitor.the(AriaRole.BUTTON, "Pause").click();
    visitor.page().locator("dialog[open] .button.primary").click();
    assertThat(visitor.page().locator("main")).containsText("Mails are held back");

    String order = shop.sell().name();
    await("the mail waits")
        .pollInSameThread()
        .atMost(Duration.ofSeconds(30))
        .until(() -> waiting(visitor, shop) == 1);
    visitor.the(AriaRole.BUTTON, "Resume …").click();

    assertThat(visitor.page().locator("dialog[open]")).containsText(order);
    visitor.findsNothingInTheWay();
    visitor.the(AriaRole.BUTTON, "Drop them and resume").click();
    assertThat(visitor.page().locator("main")).containsText("Mails go out");
    visitor.open("/review-mails?shop=" + shop.domain());
    assertThat(visitor.page().locator("tbody tr")).containsText("fell into a pause");
    assertThat(shop.mails()).isEmpty();
  }

  private static int waiting(Visitor visitor, MerchantShop shop) {
    return visitor
        .call("GET", "/api/shops/" + shop.domain() + "/backlog", null)
        .getInteger("total");
  }

  private MerchantShop open(String name) {
    return MerchantShop.open(world.stack(), name, ReviewRules.atOnce());
  }

  private Visitor look(MerchantShop shop, String query) {
    return world.visitor(Visit.of(Account.MERCHANT)).signInAt("/shops/" + shop.domain() + query);
  }
}
