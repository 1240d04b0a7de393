package io.daybreak.orders;

import io.daybreak.kit.problem.CommonProblems;
import io.daybreak.kit.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a large body before it is read. Whatever is not a file is held in memory, and a webhook's
 * even before its signature can be checked, so anybody could fill the memory otherwise. A body of
 * unknown length is refused for the same reason; Shopify always sends the length. Only the upload
 * of orders, which goes to disk, has the larger limit of {@code quarkus.http.limits}.
 */
public class BodyLimit {

  /** What is not a file. */
  @ConfigMapping(prefix = "daybreak.bodies")
  public interface BodyConfig {

    /** Largest body that is not a file, in bytes; Shopify's orders stay far below. */
    @WithDefault("4194304")
    long maxBytes();
  }

  private static final String UPLOAD = "/api/orders/import";

  private final BodyConfig config;

  BodyLimit(BodyConfig config) {
    this.config = config;
  }

  @ServerRequestFilter(preMatching = true)
  public void check(ContainerRequestContext request) {
    if (!request.getUriInfo().getPath().startsWith(UPLOAD)) {
      refuseLarge(request);
    }
  }

  private void refuseLarge(ContainerRequestContext request) {
    if (request.getHeaders().containsKey("Transfer-Encoding")) {
      throw Problems.of(CommonProblems.BODY_LENGTH_MISSING, "Send the body with a Content-Length.");
    }
    String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
    if (length != null && Long.parseLong(length) > config.maxBytes()) {
      throw tooLarge();
    }
  }

  private HttpProblem tooLarge() {
    return Problems.of(
        CommonProblems.BODY_TOO_LARGE, "Send at most " + config.maxBytes() + " bytes.");
  }
}
