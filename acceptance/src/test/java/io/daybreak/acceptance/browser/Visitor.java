package io.daybreak.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with a browser of their own, far from Seoul so that times show where they are told.
 * Whatever the browser complains about fails the test: a script's error, a violated policy, an
 * answer that nobody counted on.
 */
final class Visitor {

  private static final String FAR_FROM_SEOUL = "America/New_York";

  private static final String CALL =
      """
      async ({method, path, body}) => {
        const headers = body === null ? {} : {'Content-Type': 'application/json'};
        const answer = await fetch(path, {method, headers, body: body ?? undefined});
        if (!answer.ok) {
          throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
        }
        return answer.text();
      }
      """;

  private final Visit visit;
  private final URI console;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();
  private final List<Pattern> expected = new ArrayList<>();

  Visitor(Browser browser, URI console, Visit visit) {
    this.visit = visit;
    this.console = console;
    Device device = visit.device();
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setLocale(visit.language().tag())
                .setTimezoneId(FAR_FROM_SEOUL)
                .setViewportSize(device.width(), device.height())
                .setHasTouch(device.touch())
                .setIsMobile(device.touch())
                .setColorScheme(visit.dark() ? ColorScheme.DARK : ColorScheme.LIGHT));
    page = context.newPage();
    page.onConsoleMessage(this::listen);
    page.onPageError(error -> complaints.add("script: " + error));
  }

  Page page() {
    return page;
  }

  /** Opens a page without having signed in, and ends at the sign-in. */
  Visitor arrive(String path) {
    page.navigate(at(path));
    return this;
  }

  /** Opens a page, is sent to sign in, and comes back to it. */
  Visitor signInAt(String path) {
    arrive(path);
    choose();
    page.waitForURL(at(path));
    settled();
    return this;
  }

  /** The whole address of a page. */
  String at(String path) {
    return console.resolve(path).toString();
  }

  /** Presses the button of the sign-in with the person's name. */
  void choose() {
    page.locator("button[value=" + visit.account().person().subject() + "]").click();
  }

  /** Goes to another page of the console. */
  Visitor open(String path) {
    page.navigate(at(path));
    settled();
    return this;
  }

  /** A page is there when it has a heading and nothing in it is still being loaded. */
  void settled() {
    assertThat(page.locator("main").getByRole(AriaRole.HEADING).first()).isVisible();
    assertThat(page.locator("main .skeleton")).hasCount(0);
  }

  /** Where the menu leads. */
  List<String> menu() {
    return page.locator(".side nav a").all().stream()
        .map(link -> link.getAttribute("href"))
        .toList();
  }

  /** A part of the page with this role and name. */
  Locator the(AriaRole role, String name) {
    return page.getByRole(role, new Page.GetByRoleOptions().setName(name));
  }

  /**
   * Calls the API as pages do, from the browser.
   *
   * @return the answer's body, empty where it has none
   */
  JsonObject call(String method, String path, @Nullable JsonObject body) {
    Map<String, Object> request = new HashMap<>();
    request.put("method", method);
    request.put("path", path);
    request.put("body", body == null ? null : body.encode());
    String answer = (String) page.evaluate(CALL, request);
    return answer.isEmpty() ? new JsonObject() : new JsonObject(answer);
  }

  /** How the console answers a page's call. */
  int status(String path) {
    return (Integer) page.evaluate("async (path) => (await fetch(path)).status", path);
  }

  /** The browser may complain about this: the test provokes it. */
  Visitor mayComplainAbout(String part) {
    expected.add(Pattern.compile(part));
    return this;
  }

  /** Everybody can use the page, and nothing of it is beside the screen. */
  void findsNothingInTheWay() {
    assertThat(Accessibility.seriousIn(page)).as("axe at %s", page.url()).isEmpty();
    Object overflow =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(((Number) overflow).intValue()).as("pixels beside the screen").isZero();
  }

  /** A picture for the manual, from the page's top. */
  Visitor photograph(String name) {
    page.evaluate("window.scrollTo(0, 0)");
    Screenshots.take(page, name);
    return this;
  }

  private void listen(ConsoleMessage message) {
    if (message.type().equals("error")) {
      complaints.add(message.text() + " at " + message.location());
    }
  }

  /** For a test that has failed: what was on the screen. */
  void photographFailure(String test) {
    Screenshots.keep(page, test + "-" + visit.title());
  }

  /** Closes the browser; what it complained about without being expected to. */
  List<String> leave() {
    context.close();
    return complaints.stream()
        .filter(line -> expected.stream().noneMatch(part -> part.matcher(line).find()))
        .toList();
  }
}
