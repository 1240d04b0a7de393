package io.daybreak.console.frontdoor;

import io.daybreak.console.ConsoleConfig;
import io.daybreak.console.session.SignedIn;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;

/**
 * Hands calls of the API to the service that owns them, with the person's access token. Bodies are
 * streamed both ways, so uploads are not held in memory and live events pass at once. Every call is
 * made once: what fails is answered as a problem.
 */
@ApplicationScoped
class ApiProxy {

  /** Seconds; less than any server keeps an idle connection, so that a kept one is not stale. */
  private static final int KEEP_ALIVE = 20;

  private final Owners owners;
  private final SignedIn signedIn;
  private final HttpClient client;

  ApiProxy(Owners owners, SignedIn signedIn, Vertx vertx, ConsoleConfig config) {
    this.owners = owners;
    this.signedIn = signedIn;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setKeepAliveTimeout(KEEP_ALIVE)
                .setMaxPoolSize(config.connectionsPerService()));
  }

  void routes(@Observes Router router) {
    router.route("/api/*").handler(this::handle);
  }

  /** The body must wait until it is known where it goes. */
  private void handle(RoutingContext call) {
    call.request().pause();
    signedIn
        .accessToken(call)
        .subscribe()
        .with(
            token ->
                token.ifPresentOrElse(
                    known -> forward(call, known), () -> Problem.SIGNED_OUT.answer(call)),
            call::fail);
  }

  private void forward(RoutingContext call, String token) {
    owners
        .of(call.normalizedPath())
        .ifPresentOrElse(
            owner -> forward(call, owner, token), () -> Problem.NO_SUCH_PATH.answer(call));
  }

  private void forward(RoutingContext call, URI owner, String token) {
    HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
        .origin(context -> client.request(address(owner)))
        .addInterceptor(new OnBehalf(uri(call, owner), token))
        .handle(call.request());
  }

  private static RequestOptions address(URI owner) {
    boolean tls = "https".equals(owner.getScheme());
    int defaultPort = tls ? 443 : 80;
    return new RequestOptions()
        .setSsl(tls)
        .setHost(owner.getHost())
        .setPort(owner.getPort() == -1 ? defaultPort : owner.getPort());
  }

  /** The normalized path: what was looked up is what is asked for. */
  private static String uri(RoutingContext call, URI owner) {
    String query = call.request().query();
    return owner.getRawPath().replaceAll("/$", "")
        + call.normalizedPath()
        + (query == null ? "" : "?" + query);
  }
}
