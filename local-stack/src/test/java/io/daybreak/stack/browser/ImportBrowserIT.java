package io.daybreak.stack.browser;

import com.microsoft.playwright.Locator;
import io.daybreak.stack.naver.account.AccountSpec;
import io.daybreak.stack.signin.Account;
import io.daybreak.stack.signin.Language;
import org.junit.jupiter.api.Test;

/** Imports, as a marketer follows them. */
@InBrowserWorld
class ImportBrowserIT {

  private final BrowserWorld world;
  private final Marketing marketing;

  ImportBrowserIT(BrowserWorld world) {
    this.world = world;
    this.marketing = world.marketing();
  }

  @Test
  void anImportIsFollowedWithoutLoadingThePageAgain() {
    AccountSpec account = marketing.account();
    Visitor marketer = world.visitor(Visit.of(Account.MARKETER)).signInAt("/imports");
    String key = marketing.register(marketer, account, account.secret());
    marketing.importOf(marketer, account, key, 3);

    marketer.open("/imports");

    Patience.until(row(marketer, account), "Done");
    marketer.photograph("imports");
  }

  @Test
  void aFailedImportSaysWhy() {
    AccountSpec account = marketing.account();
    Visit visit = Visit.of(Account.MARKETER).in(Language.KOREAN).on(Device.PHONE);
    Visitor marketer = world.visitor(visit).signInAt("/imports");
    String key = marketing.register(marketer, account, "copied-wrongly");
    marketing.importOf(marketer, account, key, 1);

    marketer.open("/imports");

    Patience.until(row(marketer, account), "실패");
    marketer.photograph("imports-failed");
  }

  private static Locator row(Visitor marketer, AccountSpec account) {
    return marketer
        .page()
        .locator("tbody tr")
        .filter(new Locator.FilterOptions().setHasText(Long.toString(account.customerId())));
  }
}
