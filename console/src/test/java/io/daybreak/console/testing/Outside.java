package io.daybreak.console.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import java.util.Map;

/** Starts an issuer and a service, and tells the console of them. The sheet service is down. */
public final class Outside implements QuarkusTestResourceLifecycleManager {

  private static final String NOBODY = "http://127.0.0.1:1";

  private final Vertx vertx = Vertx.vertx();

  @Override
  public Map<String, String> start() {
    String issuer = "http://127.0.0.1:" + new Issuer().start(vertx).actualPort();
    String service = "http://127.0.0.1:" + new Service().start(vertx).actualPort();
    return Map.of(
        "quarkus.oidc.auth-server-url",
        issuer,
        "quarkus.oidc.token.issuer",
        "daybreak",
        "quarkus.oidc.credentials.secret",
        "only-for-tests",
        "daybreak.console.session-secret",
        "only-for-tests-0123456789abcdef-0123456789",
        "daybreak.console.secure-cookies",
        "false",
        "daybreak.console.services.import-service",
        service,
        "daybreak.console.services.order-service",
        service,
        "daybreak.console.services.sheet-service",
        NOBODY);
  }

  @Override
  public void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
