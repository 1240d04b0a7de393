package io.daybreak.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.simulators.identity.Account;
import io.daybreak.simulators.identity.Language;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every page: who sees it, and that everybody can use it. */
@InBrowserWorld
class PagesBrowserIT {

  private static final List<String> MARKETING =
      List.of("/morning", "/imports", "/api-keys", "/batches", "/csv-uploads", "/slack-channels");
  private static final List<String> SELLING = List.of("/shops", "/orders", "/review-mails");
  private static final List<String> OPERATING = List.of("/dead-letters", "/alerts", "/doctor");

  private static final Map<Account, List<List<String>>> PAGES =
      Map.of(
          Account.MARKETER, List.of(MARKETING),
          Account.MERCHANT, List.of(SELLING),
          Account.OPERATOR, List.of(MARKETING, SELLING, OPERATING));

  /** What a page of the menu leads to. */
  private static final Map<String, String> BEHIND =
      Map.of(
          "/imports", "/imports/new",
          "/shops", "/shops/new",
          "/orders", "/orders/import",
          "/review-mails", "/review-mails/catch-up");

  private final BrowserWorld world;

  PagesBrowserIT(BrowserWorld world) {
    this.world = world;
  }

  @ParameterizedTest
  @EnumSource(Account.class)
  void aRoleSeesItsPagesAndNoOthers(Account account) {
    Visitor visitor = world.visitor(Visit.of(account)).signInAt("/");

    assertThat(visitor.menu())
        .containsExactlyInAnyOrderElementsOf(
            PAGES.get(account).stream().flatMap(List::stream).toList());
  }

  @Test
  void whatIsNotForARoleIsNeitherShownNorAnswered() {
    Visitor merchant = world.visitor(Visit.of(Account.MERCHANT)).signInAt("/imports");

    assertThat(merchant.page().locator("main")).containsText("Not for your role");
    merchant.mayComplainAbout("status of 403");
    assertThat(merchant.status("/api/raw-data")).isEqualTo(403);
  }

  @ParameterizedTest
  @EnumSource(Account.class)
  void everyPageIsForEverybodyAtADesk(Account account) {
    look(Visit.of(account));
  }

  @ParameterizedTest
  @EnumSource(Account.class)
  void everyPageIsForEverybodyOnAPhoneAtNightInKorean(Account account) {
    look(Visit.of(account).in(Language.KOREAN).on(Device.PHONE).atNight());
  }

  @Test
  void theLanguageIsSwitchedAndKept() {
    Visitor visitor = world.visitor(Visit.of(Account.MARKETER)).signInAt("/imports");

    visitor.page().locator(".bar button[lang=ko]").click();
    assertThat(visitor.page().locator("html")).hasAttribute("lang", "ko");
    visitor.open("/imports");

    assertThat(visitor.page().locator("html")).hasAttribute("lang", "ko");
    assertThat(visitor.page().locator("main h1")).hasText("가져오기");
  }

  /** Goes through the pages; all that is wrong is told at once. */
  private void look(Visit visit) {
    Visitor visitor = world.visitor(visit).signInAt("/");
    SoftAssertions wrong = new SoftAssertions();
    for (String path : pages(visitor.menu())) {
      visitor.open(path);
      assertThat(visitor.page().locator("html")).hasAttribute("lang", visit.language().tag());
      wrong.assertThatCode(visitor::findsNothingInTheWay).doesNotThrowAnyException();
    }
    wrong.assertAll();
  }

  private static List<String> pages(List<String> menu) {
    return Stream.concat(menu.stream(), menu.stream().filter(BEHIND::containsKey).map(BEHIND::get))
        .toList();
  }
}
