package io.daybreak.console.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** A browser as far as the console cares: it keeps cookies and says where requests come from. */
public final class Browser {

  private static final int REDIRECTS = 10;

  private final URI console;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /**
   * @param console the address that {@code @TestHTTPResource} gives
   */
  public Browser(URI console) {
    this.console = URI.create("http://127.0.0.1:" + console.getPort());
  }

  /** Opens a page as a person does, by way of the issuer; returns where that ended. */
  public HttpResponse<String> signIn(String page) {
    HttpResponse<String> answer = get(page);
    for (int i = 0; answer.statusCode() == 302; i++) {
      assertThat(i).as("redirects").isLessThan(REDIRECTS);
      URI target = answer.request().uri().resolve(location(answer));
      answer = exchange(HttpRequest.newBuilder(target).build());
    }
    return answer;
  }

  public HttpResponse<String> get(String path, String... headers) {
    return exchange(request(path, headers).build());
  }

  public HttpResponse<String> post(String path, String body, String... headers) {
    return exchange(request(path, headers).POST(BodyPublishers.ofString(body)).build());
  }

  /** A request with this browser's cookies, for tests that send it in their own way. */
  public HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(console.resolve(path));
    return headers.length == 0 ? request : request.headers(headers);
  }

  public HttpClient client() {
    return client;
  }

  public List<HttpCookie> cookies() {
    return cookies.getCookieStore().getCookies();
  }

  public static JsonObject json(HttpResponse<String> answer) {
    return new JsonObject(answer.body());
  }

  public static String location(HttpResponse<?> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private HttpResponse<String> exchange(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
