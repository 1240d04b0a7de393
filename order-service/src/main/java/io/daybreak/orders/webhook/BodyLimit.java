package io.daybreak.orders.webhook;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a large delivery before it is read. The whole body has to be in memory before its
 * signature can be checked, so anybody could fill the memory otherwise; a body of unknown length is
 * refused for the same reason, and Shopify always sends the length.
 */
public class BodyLimit {

  private final WebhookConfig config;

  BodyLimit(WebhookConfig config) {
    this.config = config;
  }

  @ServerRequestFilter(preMatching = true)
  public void check(ContainerRequestContext request) {
    if (!request.getUriInfo().getPath().equals(WebhookResource.PATH)) {
      return;
    }
    String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
    if (length == null) {
      throw WebhookProblems.lengthMissing();
    }
    if (Long.parseLong(length) > config.maxBodyBytes()) {
      throw WebhookProblems.tooLarge(config.maxBodyBytes());
    }
  }
}
