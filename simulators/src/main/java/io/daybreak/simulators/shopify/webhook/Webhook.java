package io.daybreak.simulators.shopify.webhook;

import io.vertx.core.MultiMap;
import java.time.Instant;
import java.util.UUID;

/**
 * A webhook without its body, which is kept only until it is delivered.
 *
 * @param webhookId the same on every attempt and copy
 * @param eventId the same for all webhooks that one event caused, whatever their topics
 * @param triggeredAt when the event happened, more exactly than the payload says
 */
public record Webhook(
    UUID webhookId, UUID eventId, String shop, String topic, Instant triggeredAt) {

  public static final String API_VERSION = "2026-10";

  /** The headers of a delivery; nothing but the body is covered by the signature. */
  public MultiMap headers(String signature) {
    return MultiMap.caseInsensitiveMultiMap()
        .add("Content-Type", "application/json")
        .add("User-Agent", "Shopify-Captain-Hook")
        .add("X-Shopify-Topic", topic)
        .add("X-Shopify-Hmac-Sha256", signature)
        .add("X-Shopify-Shop-Domain", shop)
        .add("X-Shopify-API-Version", API_VERSION)
        .add("X-Shopify-Webhook-Id", webhookId.toString())
        .add("X-Shopify-Event-Id", eventId.toString())
        .add("X-Shopify-Triggered-At", triggeredAt.toString());
  }
}
