package io.daybreak.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.daybreak.simulators.identity.Account;
import io.daybreak.simulators.identity.Language;
import io.daybreak.simulators.naver.account.AccountSpec;
import io.daybreak.simulators.slack.Content;
import io.daybreak.simulators.slack.Workspace;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keys, files and mornings: what imports need, and what else comes by itself. */
@InBrowserWorld
class MarketerBrowserIT {

  private final BrowserWorld world;
  private final Marketing marketing;

  MarketerBrowserIT(BrowserWorld world) {
    this.world = world;
    this.marketing = world.marketing();
  }

  @Test
  void aKeyIsAddedAndTestedAtNaver() {
    AccountSpec account = marketing.account();
    Visitor marketer = world.visitor(Visit.of(Account.MARKETER)).signInAt("/api-keys");

    addKey(marketer, account);

    Locator key = card(marketer, account);
    Patience.until(key, "NAVER answers");
    assertThat(key.locator(".chart")).containsText("calls a minute");
    marketer.findsNothingInTheWay();
    marketer.photograph("api-keys");
    key.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Import")).click();
    assertThat(marketer.page().locator("#account"))
        .hasValue(Pattern.compile(".*/" + account.customerId()));
  }

  @Test
  void aKeyWhoseSecretWasRenewedAtNaverIsToldSoInKorean() {
    AccountSpec account = marketing.account();
    Visit visit = Visit.of(Account.MARKETER).in(Language.KOREAN).on(Device.PHONE).atNight();
    Visitor marketer = world.visitor(visit).signInAt("/api-keys");
    marketing.register(marketer, account, account.secret());
    marketing.renewSecret(account);
    marketer.open("/api-keys");
    Locator key = card(marketer, account);
    assertThat(key.locator("summary")).isVisible();
    if (key.locator("details[open]").count() == 0) {
      key.locator("summary").click();
    }

    key.getByText("확인", new Locator.GetByTextOptions().setExact(true)).click();

    Patience.until(key, "네이버가 이 키를 거부했습니다");
    marketer.findsNothingInTheWay();
  }

  @Test
  void theWrongLinesOfACsvFileAreShown() {
    String name = "sales.csv";
    Visitor marketer = world.visitor(Visit.of(Account.MARKETER)).signInAt("/csv-uploads");
    world
        .stack()
        .outside()
        .simulators()
        .slack()
        .share(name, Content.of("주문번호,날짜,상품,금액,태그\nnone,2026-11-01,tea,1,a\n"), Workspace.CHANNEL);

    Locator row = marketer.page().locator("tbody tr").filter(having(name)).first();
    Patience.until(row, "Rejected");
    fill(marketer, "Search", "sAlEs");
    assertThat(marketer.page()).hasURL(Pattern.compile("q=sAlEs"));
    row.getByRole(AriaRole.LINK).click();

    Locator wrong = marketer.page().getByRole(AriaRole.TABLE);
    assertThat(wrong).containsText("Line 2, column order_id");
    marketer.findsNothingInTheWay();
    marketer.photograph("csv-uploads-rejected");
  }

  @Test
  void anOperatorStartsTheMorningBatch() {
    Visitor operator = world.visitor(Visit.of(Account.OPERATOR)).signInAt("/batches");

    operator.the(AriaRole.BUTTON, "Start now").click();
    operator.page().getByRole(AriaRole.DIALOG).getByText("Start now").click();

    assertThat(operator.page().locator("main")).containsText("Planned end");
    assertThat(operator.the(AriaRole.BUTTON, "Start now")).hasCount(0);
    operator.findsNothingInTheWay();
    operator.photograph("batches");
  }

  private static void addKey(Visitor marketer, AccountSpec account) {
    marketer.the(AriaRole.BUTTON, "Add API key").first().click();
    fill(marketer, "What you call the key", "Key of " + account.customerId());
    fill(marketer, "Access licence", account.licence());
    fill(marketer, "Secret key", account.secret());
    fill(marketer, "Customer id at NAVER", Long.toString(account.customerId()));
    fill(marketer, "What you call the account", "햇살상점 " + account.customerId());
    marketer
        .the(AriaRole.DIALOG, "Add an API key")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add").setExact(true))
        .click();
  }

  private static Locator card(Visitor marketer, AccountSpec account) {
    return marketer
        .page()
        .locator("db-api-key")
        .filter(having(Long.toString(account.customerId())));
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static void fill(Visitor visitor, String label, String text) {
    visitor.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
  }
}
