package io.daybreak.orders.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * Where Shopify delivers. 200 means committed; a repeated delivery, and one of a topic that nobody
 * acts on, are 200 as well, since Shopify would repeat anything else. Signed, not logged in.
 */
@Path(WebhookResource.PATH)
@PermitAll
public class WebhookResource {

  static final String PATH = "/webhooks/shopify";

  private final WebhookReceiver receiver;
  private final MeterRegistry metrics;

  WebhookResource(WebhookReceiver receiver, MeterRegistry metrics) {
    this.receiver = receiver;
    this.metrics = metrics;
  }

  @POST
  @Consumes("*/*")
  public Uni<Response> receive(
      @HeaderParam("X-Shopify-Shop-Domain") @Nullable String shop,
      @HeaderParam("X-Shopify-Topic") @Nullable String topic,
      @HeaderParam("X-Shopify-Hmac-Sha256") @Nullable String signature,
      @HeaderParam("X-Shopify-Webhook-Id") @Nullable String webhookId,
      @HeaderParam("X-Shopify-Event-Id") @Nullable String eventId,
      byte[] body) {
    return receiver
        .receive(new WebhookReceiver.Routing(shop, topic, signature, webhookId, eventId), body)
        .invoke(
            outcome -> metrics.counter("daybreak.webhooks", "outcome", outcome.name()).increment())
        .map(outcome -> Response.ok().build());
  }
}
