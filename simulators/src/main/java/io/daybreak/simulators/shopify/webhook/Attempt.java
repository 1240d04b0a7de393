package io.daybreak.simulators.shopify.webhook;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request and what became of it.
 *
 * @param status 0 if there was no answer
 * @param problem why there was none
 */
public record Attempt(
    Instant at, URI address, int status, @Nullable String problem, Duration took) {

  public boolean succeeded() {
    return status >= 200 && status < 300;
  }

  JsonObject toJson() {
    return new JsonObject()
        .put("at", at.toString())
        .put("address", address.toString())
        .put("status", status)
        .put("problem", problem)
        .put("millis", took.toMillis());
  }
}
