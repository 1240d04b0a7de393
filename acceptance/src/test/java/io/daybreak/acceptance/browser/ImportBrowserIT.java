package io.daybreak.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import io.daybreak.simulators.identity.Account;
import io.daybreak.simulators.identity.Language;
import io.daybreak.simulators.naver.account.AccountSpec;
import org.junit.jupiter.api.Test;

/** Imports, as a marketer asks for them and follows them. */
@InBrowserWorld
class ImportBrowserIT {

  private final BrowserWorld world;
  private final Marketing marketing;

  ImportBrowserIT(BrowserWorld world) {
    this.world = world;
    this.marketing = world.marketing();
  }

  @Test
  void anImportIsCreatedStepByStepAndFollowedUntilItSucceeds() {
    AccountSpec account = marketing.account();
    Visitor marketer = world.visitor(Visit.of(Account.MARKETER)).signInAt("/imports");
    String key = marketing.register(marketer, account, account.secret());
    Page page = marketer.open("/imports/new").page();

    page.locator("select[name=account]")
        .selectOption(new SelectOption().setValue(key + "/" + account.customerId()));
    page.locator("input[name=spreadsheet]").fill(marketing.spreadsheet());
    page.locator("input[name=historyDays]").fill("3");
    Patience.until(page.locator("aside.plan"), "Calls to NAVER");
    assertThat(page.locator("ol.steps")).containsText("10,000,000 cells are free");
    marketer.findsNothingInTheWay();
    marketer.photograph("new-import");
    marketer.the(AriaRole.BUTTON, "Start import").click();

    Patience.until(page.locator("section.now .badge"), "Done");
    marketer.findsNothingInTheWay();
    marketer.photograph("import");
    marketer.open("/imports");
    assertThat(row(marketer, account)).containsText("Done");
  }

  @Test
  void aListIsFollowedWithoutLoadingItAgain() {
    AccountSpec account = marketing.account();
    Visitor marketer = world.visitor(Visit.of(Account.MARKETER)).signInAt("/imports");
    String key = marketing.register(marketer, account, account.secret());
    marketing.importOf(marketer, account, key, 2);

    marketer.open("/imports");

    Patience.until(row(marketer, account), "Done");
    marketer.photograph("imports");
  }

  @Test
  void aFailedImportSaysWhyAndWhatToDo() {
    AccountSpec account = marketing.account();
    Visit visit = Visit.of(Account.MARKETER).in(Language.KOREAN).on(Device.PHONE);
    Visitor marketer = world.visitor(visit).signInAt("/imports");
    String key = marketing.register(marketer, account, account.secret());
    marketing.renewSecret(account);
    String set = marketing.importOf(marketer, account, key, 1);

    marketer.open("/imports/" + set);

    Patience.until(marketer.page().locator("section.now .badge"), "실패");
    assertThat(marketer.page().locator("section.now .banner")).containsText("네이버가 API 키를 거부했습니다");
    marketer.findsNothingInTheWay();
    marketer.photograph("import-failed-ko-phone");
  }

  private static Locator row(Visitor marketer, AccountSpec account) {
    return marketer
        .page()
        .locator("tbody tr")
        .filter(new Locator.FilterOptions().setHasText(Long.toString(account.customerId())));
  }
}
