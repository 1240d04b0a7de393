package io.daybreak.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.options.Cookie;
import io.daybreak.simulators.identity.Account;
import io.daybreak.simulators.identity.Language;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** People come, say who they are, and leave. */
@InBrowserWorld
class SignInBrowserIT {

  private final BrowserWorld world;

  SignInBrowserIT(BrowserWorld world) {
    this.world = world;
  }

  @ParameterizedTest
  @EnumSource(Account.class)
  void everybodySignsInAndOut(Account account) {
    Visitor visitor = world.visitor(Visit.of(account)).signInAt("/");

    assertThat(visitor.page().locator("body")).containsText(account.name(Language.ENGLISH));
    visitor.arrive("/sign-out");

    assertThat(visitor.page()).hasURL(Pattern.compile("/authorize\\?"));
    assertThat(sessionCookies(visitor)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"ENGLISH, DESKTOP, false", "KOREAN, PHONE, true"})
  void theSignInIsForEverybody(Language language, Device device, boolean dark) {
    Visit visit = Visit.of(Account.MARKETER).in(language).on(device);
    Visitor visitor = world.visitor(dark ? visit.atNight() : visit).arrive("/imports");

    assertThat(visitor.page().locator("html")).hasAttribute("lang", language.tag());
    visitor.findsNothingInTheWay();
    visitor.photograph("sign-in-" + language.tag());
  }

  @Test
  void noScriptSeesTheSession() {
    Visitor visitor = world.visitor(Visit.of(Account.OPERATOR)).signInAt("/imports");

    assertThat(visitor.page().evaluate("document.cookie")).isEqualTo("");
    assertThat(sessionCookies(visitor)).isNotEmpty().allSatisfy(SignInBrowserIT::requireProtected);
  }

  @Test
  void aSessionOutlivesItsTokens() {
    world.stack().outside().simulators().signIn().tokensLast(Duration.ofSeconds(2));
    try {
      Visitor visitor = world.visitor(Visit.of(Account.MARKETER)).signInAt("/imports");
      String end = expiry(visitor);

      await("the tokens are renewed")
          .pollInSameThread()
          .atMost(Duration.ofSeconds(20))
          .until(() -> !expiry(visitor).equals(end));
    } finally {
      world.stack().outside().simulators().signIn().tokensLast(Duration.ofMinutes(10));
    }
  }

  private static void requireProtected(Cookie cookie) {
    assertThat(cookie.httpOnly).isTrue();
    assertThat(cookie.secure).isTrue();
  }

  private static String expiry(Visitor visitor) {
    return visitor.call("GET", "/session", null).getString("expiresAt");
  }

  private static List<Cookie> sessionCookies(Visitor visitor) {
    return visitor.page().context().cookies().stream()
        .filter(cookie -> cookie.name.startsWith("q_session"))
        .toList();
  }
}
