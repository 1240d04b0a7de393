package io.daybreak.console.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.console.testing.Browser;
import io.daybreak.console.testing.Outside;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Outside.class)
class SessionTest {

  @TestHTTPResource URI console;

  @ConfigProperty(name = "quarkus.oidc.auth-server-url")
  String issuer;

  private Browser browser;

  @BeforeEach
  void open() {
    browser = new Browser(console);
  }

  @Test
  void aPageSendsAStrangerToSignInWithAProofOfTheCode() {
    HttpResponse<String> answer = browser.get("/imports/1?x=y");

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(Browser.location(answer))
        .startsWith(issuer + "/authorize")
        .contains("code_challenge=", "code_challenge_method=S256", "nonce=");
  }

  @Test
  void signingInLeadsBackToThePage() {
    HttpResponse<String> page = browser.signIn("/imports/1?x=y");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.uri().getPath()).isEqualTo("/imports/1");
    assertThat(page.uri().getQuery()).isEqualTo("x=y");
    assertThat(page.body()).contains("<db-shell>");
  }

  @Test
  void theSessionTellsWhoOneIsAndNoToken() {
    browser.signIn("/");

    HttpResponse<String> answer = browser.get("/session");

    JsonObject session = Browser.json(answer);
    assertThat(session.getString("name")).isEqualTo("Marketer");
    assertThat(session.getString("subject")).isEqualTo("marketer");
    assertThat(session.getJsonArray("roles")).containsExactly("marketer");
    assertThat(session.getInstant("expiresAt")).isAfter(Instant.now());
    assertThat(session.fieldNames()).hasSize(4);
  }

  @Test
  void scriptsCannotReadTheSession() {
    browser.signIn("/");

    assertThat(browser.cookies()).isNotEmpty().allMatch(cookie -> cookie.isHttpOnly());
    assertThat(browser.cookies())
        .noneMatch(
            cookie -> cookie.getValue().contains(encoded("{\"alg\":\"RS256\"").substring(0, 12)));
  }

  @Test
  void withoutASessionThereIsNobody() {
    assertThat(browser.get("/session").statusCode()).isEqualTo(401);
  }

  @Test
  void aTokenThatEndsIsRenewedOnTheWay() throws Exception {
    // Long enough to sign in with on a slow machine, and near its end from the start: the console
    // renews what has less than 30 s to live.
    nextAccessTokenLives(20);
    browser.signIn("/");

    HttpResponse<String> answer = browser.get("/api/raw-data/x");

    String token = Browser.json(answer).getJsonObject("headers").getString("authorization");
    assertThat(claims(token).getString("generation")).isEqualTo("renewed");
  }

  @Test
  void signingOutEndsTheSessionHereAndAtTheIssuer() {
    browser.signIn("/");

    HttpResponse<String> answer = browser.get("/sign-out", "Sec-Fetch-Site", "same-origin");

    assertThat(Browser.location(answer)).startsWith(issuer + "/logout");
    assertThat(browser.get("/session").statusCode()).isEqualTo(401);
  }

  private void nextAccessTokenLives(int seconds) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(issuer + "/_access-seconds/" + seconds))
            .POST(BodyPublishers.noBody())
            .build();
    browser.client().send(request, BodyHandlers.discarding());
  }

  private static JsonObject claims(String bearer) {
    String body = bearer.split("\\.")[1];
    return new JsonObject(new String(Base64.getUrlDecoder().decode(body), StandardCharsets.UTF_8));
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
