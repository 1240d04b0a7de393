package io.daybreak.kit.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers a request that announces a body over {@code quarkus.http.limits.max-body-size} with a
 * problem; Quarkus would answer it with nothing, before JAX-RS comes into play. A body that only
 * turns out to be too large while it is read is a problem of JAX-RS.
 */
@ApplicationScoped
class BodyLimit {

  /** Before Quarkus' own check, which has priority 2. */
  private static final int PRIORITY = 100;

  private final long limit;

  BodyLimit(
      @ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "10M")
          MemorySize limit) {
    this.limit = limit.asLongValue();
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, PRIORITY);
  }

  private void check(RoutingContext exchange) {
    if (announced(exchange.request()) <= limit) {
      exchange.next();
      return;
    }
    StatusProblem problem = StatusProblem.of(413);
    exchange
        .response()
        .setStatusCode(413)
        .putHeader("Content-Type", "application/problem+json")
        .putHeader("Connection", "close") // the body that is under way is not read
        .end(
            new JsonObject()
                .put("type", problem.type().uri().toString())
                .put("status", 413)
                .put("title", problem.type().title())
                .put("detail", problem.detail())
                .encode());
  }

  private static long announced(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return 0; // the HTTP server itself refuses it
    }
  }
}
