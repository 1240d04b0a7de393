package io.daybreak.uploads.slack;

import io.daybreak.kit.problem.CommonProblems;
import io.daybreak.kit.problem.Problems;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what cannot be an event of Slack's before its body is read: anybody can call, and a body
 * is in memory before its signature can be checked. Slack always sends the length and signs, and
 * its events are a few kilobytes.
 */
class EventDoor {

  /** Largest body, bytes. */
  static final long MOST_BYTES = 64 * 1024;

  private static final String PATH = "/slack/events";

  @ServerRequestFilter(preMatching = true)
  public void check(ContainerRequestContext request) {
    if (!request.getUriInfo().getPath().equals(PATH)) {
      return;
    }
    if (isBlank(request.getHeaderString("X-Slack-Request-Timestamp"))
        || isBlank(request.getHeaderString("X-Slack-Signature"))) {
      throw Problems.of(
          SlackEventsResource.SIGNATURE, "Sign the raw body with the app's signing secret.");
    }
    String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
    if (length == null || request.getHeaders().containsKey("Transfer-Encoding")) {
      throw Problems.of(CommonProblems.BODY_LENGTH_MISSING, "Send the body with a Content-Length.");
    }
    if (Long.parseLong(length) > MOST_BYTES) {
      throw Problems.of(CommonProblems.BODY_TOO_LARGE, "Send at most " + MOST_BYTES + " bytes.");
    }
  }

  private static boolean isBlank(@Nullable String header) {
    return header == null || header.isBlank();
  }
}
