package io.daybreak.console.frontdoor;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/**
 * A refusal of the console itself, in the form that the services' refusals have (RFC 9457).
 *
 * @param name kebab-case, stable for ever: pages choose their words by it
 * @param status HTTP status
 * @param title what is wrong, a few words
 * @param detail one sentence that says what to do; never a value the client sent
 */
public record Problem(String name, int status, String title, String detail) {

  public static final Problem SIGNED_OUT =
      new Problem("signed-out", 401, "Not signed in", "Sign in, then try again.");

  static final Problem CROSS_SITE =
      new Problem(
          "cross-site-request",
          403,
          "Request of another site",
          "Changes are made from the console's own pages only.");

  public static final Problem NO_SUCH_PATH =
      new Problem("no-such-path", 404, "Nothing is here", "Check the address.");

  static final Problem SERVICE_UNREACHABLE =
      new Problem(
          "service-unreachable",
          502,
          "A service does not answer",
          "The part of Daybreak that this belongs to does not answer. Look again before you repeat a"
              + " change: it may have been made.");

  static final String MEDIA_TYPE = "application/problem+json";

  private static final String BASE = "https://daybreak.io/problems/";

  Buffer body() {
    return new JsonObject()
        .put("type", BASE + name)
        .put("title", title)
        .put("status", status)
        .put("detail", detail)
        .toBuffer();
  }

  /** Ends a call with this problem; what its body still holds is thrown away. */
  public void answer(RoutingContext call) {
    call.request().resume();
    call.response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
        .end(body());
  }
}
