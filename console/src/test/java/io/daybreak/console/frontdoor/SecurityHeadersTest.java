package io.daybreak.console.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.console.testing.Browser;
import io.daybreak.console.testing.Outside;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Outside.class)
class SecurityHeadersTest {

  private static final Pattern SCRIPT = Pattern.compile("src=\"(/static/bundle/[^\"]+\\.js)\"");

  @TestHTTPResource URI console;

  private Browser browser;

  @BeforeEach
  void open() {
    browser = new Browser(console);
  }

  @Test
  void everyAnswerHasThem() {
    assertGuarded(browser.get("/imports"), 302);
    assertGuarded(browser.get("/api/raw-data"), 401);
    assertGuarded(browser.post("/api/raw-data", "{}"), 403);
    assertGuarded(browser.get("/static/nothing.js"), 404);
    assertGuarded(browser.get("/q/health"), 200);

    browser.signIn("/");

    assertGuarded(browser.get("/imports"), 200);
    assertGuarded(browser.get("/session"), 200);
    assertGuarded(browser.get("/api/raw-data/x"), 200);
    assertGuarded(browser.get("/api/spreadsheets/x"), 502);
  }

  @Test
  void onlyWhatNeverChangesIsKept() {
    String page = browser.signIn("/").body();
    Matcher script = SCRIPT.matcher(page);
    assertThat(script.find()).as(page).isTrue();

    HttpResponse<String> bundle = browser.get(script.group(1));

    assertThat(bundle.statusCode()).isEqualTo(200);
    assertThat(bundle.headers().firstValue("Cache-Control"))
        .hasValue("public, max-age=31536000, immutable");
    assertThat(browser.get("/").headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  @Test
  void scriptsAndAnswersAreCompressedForWhoeverUnderstandsThat() {
    Matcher script = SCRIPT.matcher(browser.signIn("/").body());
    assertThat(script.find()).isTrue();

    assertThat(encoding(script.group(1))).hasValue("gzip");
    assertThat(encoding("/session")).hasValue("gzip");
  }

  @Test
  void whatIsBesideTheBundleIsKeptForAnHour() {
    browser.signIn("/");

    assertThat(browser.get("/static/first-paint.js").headers().firstValue("Cache-Control"))
        .hasValue("public, max-age=3600");
    assertThat(browser.get("/static/nothing.js").headers().firstValue("Cache-Control"))
        .hasValue("no-store");
  }

  private Optional<String> encoding(String path) {
    return browser.get(path, "Accept-Encoding", "gzip").headers().firstValue("Content-Encoding");
  }

  @Test
  void thePageHasNothingThatThePolicyForbids() {
    String page = browser.signIn("/").body();

    assertThat(page)
        .doesNotContain("<style", "style=\"", "onclick=", "http://", "https://")
        .doesNotContainPattern("<script(?![^>]+src=)");
  }

  private static void assertGuarded(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.uri().toString()).isEqualTo(status);
    assertThat(answer.headers().allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
    assertThat(answer.headers().firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
    assertThat(answer.headers().firstValue("Permissions-Policy")).isPresent();
  }
}
