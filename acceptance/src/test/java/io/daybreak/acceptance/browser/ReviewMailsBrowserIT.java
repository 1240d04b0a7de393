package io.daybreak.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.daybreak.acceptance.orders.ReviewRules;
import io.daybreak.simulators.identity.Account;
import io.daybreak.simulators.identity.Language;
import io.daybreak.simulators.mail.smtp.SmtpFault;
import io.daybreak.simulators.shopify.order.Order;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a merchant decides about mails. */
@InBrowserWorld
class ReviewMailsBrowserIT {

  private final BrowserWorld world;

  ReviewMailsBrowserIT(BrowserWorld world) {
    this.world = world;
  }

  @Test
  void aPlannedMailIsSentNow() {
    MerchantShop shop = open("send-now", ReviewRules.atOnce().after(7));
    Order order = shop.sell();
    Visitor visitor = look(shop, Visit.of(Account.MERCHANT));
    Patience.until(row(visitor, order), "Planned");
    visitor.photograph("review-mail-planned");

    row(visitor, order).getByRole(AriaRole.BUTTON, named("Send now")).click();
    dialog(visitor).getByRole(AriaRole.BUTTON, named("Send now")).click();

    Patience.until(row(visitor, order).locator(".badge.good"), "Sent");
    assertThat(shop.mails()).hasSize(1);
  }

  @Test
  void anUnclearMailIsSentAgainOnlyAfterTheWordsHaveBeenRead() {
    MerchantShop shop = open("unclear", ReviewRules.atOnce());
    shop.mailServerWill(new SmtpFault.ResetAfter());
    Order order = shop.sell();
    Visit visit = Visit.of(Account.MERCHANT).in(Language.KOREAN).on(Device.PHONE).atNight();
    Visitor visitor = look(shop, visit);
    Patience.until(row(visitor, order), "확인 필요");

    row(visitor, order).getByRole(AriaRole.BUTTON, named("지금 보내기")).click();
    assertThat(dialog(visitor)).containsText("두 번 받게 됩니다");
    visitor.findsNothingInTheWay();
    visitor.photograph("review-mail-unclear-ko-phone-dark");
    assertThat(shop.mails()).hasSize(1);
    dialog(visitor).getByRole(AriaRole.BUTTON, named("중복될 수 있지만 보내기")).click();

    Patience.until(row(visitor, order).locator(".badge.good"), "발송됨");
    assertThat(shop.mails()).hasSize(2);
  }

  @Test
  void catchUpLooksBeforeItPlans() {
    MerchantShop shop = open("catch-up", ReviewRules.atOnce());
    shop.mailServerWill(new SmtpFault.Refuse(554, "5.7.1 not today"));
    Order order = shop.sell();
    Patience.until(row(look(shop, Visit.of(Account.MERCHANT)), order), "Failed");

    Visitor visitor = world.visitor(Visit.of(Account.MERCHANT)).signInAt("/review-mails/catch-up");
    visitor.page().getByLabel("Shop").selectOption(shop.domain());
    visitor.the(AriaRole.BUTTON, "Look").click();
    assertThat(visitor.page().locator("main")).containsText("Nothing is changed yet");
    assertThat(visitor.page().locator("main")).containsText(order.name());
    visitor.findsNothingInTheWay();
    visitor.photograph("catch-up");
    assertThat(shop.mails()).isEmpty();

    visitor.the(AriaRole.BUTTON, "Plan them (1)").click();
    dialog(visitor).getByRole(AriaRole.BUTTON, named("Plan them (1)")).click();

    assertThat(visitor.page().locator("main")).containsText("Planned: 1.");
    await("the mail goes out")
        .pollInSameThread()
        .atMost(Duration.ofSeconds(30))
        .until(() -> shop.mails().size() == 1);
  }

  private MerchantShop open(String name, ReviewRules rules) {
    return MerchantShop.open(world.stack(), name, rules);
  }

  /** Opens the shop's history; what has just happened comes by itself. */
  private Visitor look(MerchantShop shop, Visit visit) {
    return world.visitor(visit).signInAt("/review-mails?shop=" + shop.domain());
  }

  private static Locator row(Visitor visitor, Order order) {
    return visitor
        .page()
        .locator("tbody tr")
        .filter(new Locator.FilterOptions().setHasText(order.name()));
  }

  private static Locator dialog(Visitor visitor) {
    return visitor.page().locator("dialog[open]");
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }
}
