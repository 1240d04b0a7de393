package io.daybreak.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.daybreak.simulators.identity.Account;
import io.daybreak.simulators.identity.Language;
import io.daybreak.simulators.naver.account.AccountSpec;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first page of a marketer: what each import has brought of the last day. */
@InBrowserWorld
class MorningBrowserIT {

  private final BrowserWorld world;
  private final Marketing marketing;

  MorningBrowserIT(BrowserWorld world) {
    this.world = world;
    this.marketing = world.marketing();
  }

  @ParameterizedTest
  @CsvSource({"ENGLISH, DESKTOP, Done, Day before", "KOREAN, PHONE, 완료, 전날"})
  void theNumbersOfADayStandBesideThoseOfTheDayBefore(
      Language language, Device device, String done, String dayBefore) {
    Visitor marketer =
        world.visitor(Visit.of(Account.MARKETER).in(language).on(device)).signInAt("/");
    AccountSpec account = marketing.account();
    String key = marketing.register(marketer, account, account.secret());
    marketing.importOf(marketer, account, key, 9);
    marketer.open("/morning?state=DONE");
    Locator row = rowOf(marketer, account);

    Patience.until(row, done);
    assertThat(row).containsText(dayBefore);
    assertThat(row).containsText("₩");
    assertThat(row).containsText("%");
    marketer.findsNothingInTheWay();
    marketer.photograph("morning-" + language.tag());
  }

  /**
   * Sets of other tests that have failed are not touched: their updates do not leave the browser.
   */
  @Test
  void whatFailedIsUpdatedByOneButtonAndOnce() {
    Visitor marketer = world.visitor(Visit.of(Account.MARKETER)).signInAt("/");
    AccountSpec account = marketing.account();
    String key = marketing.register(marketer, account, account.secret());
    marketing.renewSecret(account);
    String set = marketing.importOf(marketer, account, key, 2);
    List<String> updates = new CopyOnWriteArrayList<>();
    marketer
        .page()
        .route(
            Pattern.compile("/api/raw-data/.*/update"),
            route -> {
              updates.add(route.request().url());
              if (route.request().url().contains(set)) {
                route.resume();
              } else {
                route.fulfill(new Route.FulfillOptions().setStatus(202).setBody("{}"));
              }
            });
    marketer.open("/morning?state=FAILED");
    Patience.until(rowOf(marketer, account), "Failed");

    marketer.page().getByText(Pattern.compile("^Update the failed ones")).click();
    Locator plan = marketer.page().getByRole(AriaRole.DIALOG);
    assertThat(plan).containsText("NSA_CTD_" + account.customerId());
    assertThat(updates).isEmpty();
    plan.getByText("Update", new Locator.GetByTextOptions().setExact(true)).click();

    Locator result =
        marketer.page().locator(".morning-results li").filter(having(account.customerId()));
    Patience.until(result, "Update started");
    assertThat(updates).filteredOn(url -> url.contains(set)).hasSize(1);
    marketer.findsNothingInTheWay();
  }

  @Test
  void anotherDayIsInTheAddress() {
    Visitor marketer = world.visitor(Visit.of(Account.MARKETER)).signInAt("/morning");

    marketer.page().locator("#day").fill("2026-11-02");

    assertThat(marketer.page()).hasURL(Pattern.compile("day=2026-11-02"));
    assertThat(marketer.page().locator("main header")).containsText("2 Nov 2026");
  }

  private static Locator rowOf(Visitor marketer, AccountSpec account) {
    return marketer
        .page()
        .locator("tbody tr:not(.group)")
        .filter(new Locator.FilterOptions().setHasText("NSA_CTD_" + account.customerId()));
  }

  private static Locator.FilterOptions having(long customerId) {
    return new Locator.FilterOptions().setHasText(Long.toString(customerId));
  }
}
