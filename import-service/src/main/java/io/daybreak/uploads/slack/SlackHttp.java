package io.daybreak.uploads.slack;

import io.daybreak.imports.stream.BodyStream;
import io.daybreak.uploads.slack.SlackException.Kind;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One request over HTTP on a connection of its own, sent once, no redirect followed by itself. It
 * alone knows the bot's token, and gives it to Slack's hosts and to no other.
 */
@ApplicationScoped
class SlackHttp {

  private static final int CONNECTIONS = 64;

  private final HttpClient client;
  private final SlackConfig config;

  SlackHttp(Vertx vertx, SlackConfig config) {
    this.config = config;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setKeepAlive(false)
                .setMaxPoolSize(CONNECTIONS));
  }

  /** What to send. */
  record Outgoing(
      HttpMethod method, URI uri, @Nullable String contentType, @Nullable Buffer body) {}

  /** What came back; whoever gets it closes the body. */
  record Answer(int status, String contentType, @Nullable String location, BodyStream body) {

    boolean isRedirect() {
      return status / 100 == 3 && location != null;
    }
  }

  /**
   * Sends, and blocks until the answer's head is here.
   *
   * @throws SlackException if nobody answers
   */
  Answer send(Outgoing outgoing) {
    Future<HttpClientRequest> connected = client.request(target(outgoing));
    HttpClientRequest request =
        await(connected, () -> connected.onSuccess(HttpClientRequest::reset));
    // The tracer of Quarkus adds its header to others, and cannot be the first.
    request.putHeader("User-Agent", "Daybreak");
    if (isSlack(outgoing.uri())) {
      config.botToken().ifPresent(token -> request.putHeader("Authorization", "Bearer " + token));
    }
    // Registered before anything is sent, so that it runs on the event loop before the body does.
    Future<Answer> answer = request.response().map(SlackHttp::answer);
    request.exceptionHandler(failure -> {}); // the response tells it too; without this it is logged
    if (outgoing.body() == null) {
      request.end();
    } else {
      request.putHeader("Content-Type", outgoing.contentType());
      request.end(outgoing.body());
    }
    return await(answer, request::reset);
  }

  /** Whether an address is Slack's: that of the base URL, or a known host over TLS. */
  private boolean isSlack(URI uri) {
    URI base = config.baseUrl();
    if (uri.getScheme().equals(base.getScheme())
        && uri.getAuthority().equals(base.getAuthority())) {
      return true;
    }
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    return uri.getScheme().equals("https")
        && config.hosts().stream()
            .anyMatch(known -> host.equals(known) || host.endsWith("." + known));
  }

  private static RequestOptions target(Outgoing outgoing) {
    URI uri = outgoing.uri();
    if (uri.getHost() == null || uri.getScheme() == null || !uri.getScheme().matches("https?")) {
      throw new SlackException(Kind.REFUSED, "an address is not one of HTTP");
    }
    boolean tls = uri.getScheme().equals("https");
    int port = uri.getPort() >= 0 ? uri.getPort() : tls ? 443 : 80;
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return new RequestOptions()
        .setMethod(outgoing.method())
        .setSsl(tls)
        .setHost(uri.getHost())
        .setPort(port)
        .setFollowRedirects(false)
        .setURI(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
  }

  private static Answer answer(HttpClientResponse response) {
    String type = response.getHeader("Content-Type");
    return new Answer(
        response.statusCode(),
        type == null ? "" : type.toLowerCase(Locale.ROOT),
        response.getHeader("Location"),
        new BodyStream(response, Vertx.currentContext()));
  }

  private static <T> T await(Future<T> future, Runnable abandon) {
    try {
      return future.toCompletionStage().toCompletableFuture().get();
    } catch (ExecutionException e) {
      throw new SlackException(Kind.UNAVAILABLE, "it did not answer", e.getCause());
    } catch (InterruptedException e) {
      abandon.run();
      Thread.currentThread().interrupt();
      throw new SlackException(Kind.UNAVAILABLE, "it did not answer in time", e);
    }
  }

  @PreDestroy
  void close() {
    client.close();
  }
}
