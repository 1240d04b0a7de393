package io.daybreak.console.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.console.testing.Browser;
import io.daybreak.console.testing.Outside;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Outside.class)
class ApiProxyTest {

  @TestHTTPResource URI console;

  private Browser browser;

  @BeforeEach
  void open() {
    browser = new Browser(console);
  }

  @Test
  void aCallWithoutASessionIsRefusedAndNotSentToSignIn() {
    HttpResponse<String> answer = browser.get("/api/raw-data");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(Browser.json(answer).getString("type"))
        .isEqualTo("https://daybreak.io/problems/signed-out");
  }

  @Test
  void anInventedSessionIsNone() {
    HttpResponse<String> answer = browser.get("/api/raw-data", "Cookie", "q_session=invented");

    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void theOwnerGetsThePersonsTokenAndNeitherCookiesNorAnotherToken() {
    browser.signIn("/");

    JsonObject asked =
        Browser.json(browser.get("/api/raw-data/x?q=a%20b&page=1", "Authorization", "Bearer x"));

    assertThat(asked.getString("uri")).isEqualTo("/api/raw-data/x?q=a%20b&page=1");
    assertThat(asked.getJsonObject("headers").getString("authorization")).startsWith("Bearer ey");
    assertThat(asked.getJsonObject("headers").fieldNames()).doesNotContain("cookie");
  }

  @Test
  void aPathCannotLeaveTheApi() {
    browser.signIn("/");

    HttpResponse<String> answer = browser.get("/api/raw-data/../../q/metrics");

    assertThat(answer.statusCode()).isEqualTo(404);
  }

  @Test
  void changesPassWithTheirBody() {
    browser.signIn("/");

    HttpResponse<String> answer =
        browser.post("/api/raw-data/x", "{\"a\":1}", "Sec-Fetch-Site", "same-origin");

    assertThat(Browser.json(answer).getString("method")).isEqualTo("POST");
    assertThat(Browser.json(answer).getString("body")).isEqualTo("{\"a\":1}");
  }

  @Test
  void whatAServiceRefusesIsRefusedInItsWords() {
    browser.signIn("/");

    HttpResponse<String> answer = browser.get("/api/raw-data/refused");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("The set has a run under way.");
  }

  @Test
  void aPathThatNobodyOwnsIsNotFound() {
    browser.signIn("/");

    HttpResponse<String> answer = browser.get("/api/nothing");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(Browser.json(answer).getString("detail")).isEqualTo("Check the address.");
  }

  @Test
  void anOwnerThatIsDownIsSaidInASentence() {
    browser.signIn("/");

    HttpResponse<String> answer = browser.get("/api/spreadsheets/1/cells");

    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(Browser.json(answer).getString("detail")).contains("does not answer");
  }

  @Test
  void liveEventsPassBeforeTheirStreamEnds() throws Exception {
    browser.signIn("/");

    HttpResponse<InputStream> answer =
        browser
            .client()
            .send(browser.request("/api/raw-data/events").build(), BodyHandlers.ofInputStream());

    try (BufferedReader events = new BufferedReader(new InputStreamReader(answer.body()))) {
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
      assertThat(events.readLine()).isEqualTo("data: {\"progress\":0.5}");
    }
  }

  @Test
  void anUploadReachesItsOwnerWhileItIsStillSent() throws IOException {
    browser.signIn("/");
    PipedOutputStream file = new PipedOutputStream();
    InputStream sent = new PipedInputStream(file, 1 << 20);

    CompletableFuture<HttpResponse<String>> answer =
        browser
            .client()
            .sendAsync(
                browser
                    .request("/api/orders/import", "Sec-Fetch-Site", "same-origin")
                    .POST(BodyPublishers.ofInputStream(() -> sent))
                    .build(),
                BodyHandlers.ofString());
    byte[] half = new byte[20 << 20];
    file.write(half);
    await("the first half").until(() -> received() >= half.length / 2);
    file.write(half);
    file.close();

    assertThat(answer.join().body()).isEqualTo(String.valueOf(2 * half.length));
  }

  private long received() {
    return Long.parseLong(browser.get("/api/orders/received").body());
  }
}
