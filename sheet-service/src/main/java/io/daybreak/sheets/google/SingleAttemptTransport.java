package io.daybreak.sheets.google;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.LowLevelHttpRequest;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * HTTP for Google's client over Vert.x, which puts a request on the wire once, whatever happens to
 * it. Google's own transports do not keep that promise: {@code java.net.HttpURLConnection} and
 * {@code java.net.http.HttpClient} silently send a request again when a kept-alive connection turns
 * out to be broken.
 */
@ApplicationScoped
class SingleAttemptTransport extends HttpTransport {

  /** More than the gateway's bulkhead lets through, so that no request waits for a connection. */
  private static final int CONNECTIONS = 32;

  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  private final HttpClient client;
  private final Context context;

  SingleAttemptTransport(Vertx vertx) {
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setMaxPoolSize(CONNECTIONS).setKeepAlive(false));
    this.context = vertx.getOrCreateContext();
  }

  @Override
  protected LowLevelHttpRequest buildRequest(String method, String url) {
    return request(method, url, LONGEST_WAIT);
  }

  /** The same for a client whose own timeouts cannot be set: no answer is waited for longer. */
  HttpTransport within(Duration longest) {
    return new HttpTransport() {
      @Override
      protected LowLevelHttpRequest buildRequest(String method, String url) {
        return request(method, url, longest);
      }
    };
  }

  private SingleAttemptRequest request(String method, String url, Duration longest) {
    return new SingleAttemptRequest(
        client,
        context,
        new RequestOptions().setMethod(HttpMethod.valueOf(method)).setAbsoluteURI(url),
        longest);
  }

  @PreDestroy
  void close() {
    client.close();
  }
}
