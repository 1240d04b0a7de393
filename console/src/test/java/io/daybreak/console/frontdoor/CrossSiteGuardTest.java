package io.daybreak.console.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.console.testing.Browser;
import io.daybreak.console.testing.Outside;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Outside.class)
class CrossSiteGuardTest {

  private static final String PATH = "/api/raw-data/x";

  @TestHTTPResource URI console;

  private Browser browser;

  @BeforeEach
  void signIn() {
    browser = new Browser(console);
    browser.signIn("/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", "none"})
  void aChangeFromElsewhereIsRefused(String site) {
    HttpResponse<String> answer = browser.post(PATH, "{}", "Sec-Fetch-Site", site);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(Browser.json(answer).getString("type"))
        .isEqualTo("https://daybreak.io/problems/cross-site-request");
  }

  @Test
  void aChangeThatDoesNotSayWhereItComesFromIsRefused() {
    assertThat(browser.post(PATH, "{}").statusCode()).isEqualTo(403);
  }

  @Test
  void anOldBrowserSaysItByTheOrigin() {
    String own = "http://127.0.0.1:" + console.getPort();

    assertThat(browser.post(PATH, "{}", "Origin", own).statusCode()).isEqualTo(200);
    assertThat(browser.post(PATH, "{}", "Origin", "http://evil.example").statusCode())
        .isEqualTo(403);
    assertThat(browser.post(PATH, "{}", "Origin", "null").statusCode()).isEqualTo(403);
  }

  @Test
  void theNewerWordCounts() {
    String own = "http://127.0.0.1:" + console.getPort();

    HttpResponse<String> answer =
        browser.post(PATH, "{}", "Origin", own, "Sec-Fetch-Site", "cross-site");

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void anotherSiteCannotSignAPersonOut() {
    HttpResponse<String> answer = browser.get("/sign-out", "Sec-Fetch-Site", "cross-site");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(browser.get("/session").statusCode()).isEqualTo(200);
  }

  @Test
  void linksFromElsewhereLeadToPages() {
    HttpResponse<String> answer = browser.get("/imports", "Sec-Fetch-Site", "cross-site");

    assertThat(answer.statusCode()).isEqualTo(200);
  }
}
