package io.daybreak.orders.webhook;

import org.jspecify.annotations.Nullable;

/**
 * A genuine delivery.
 *
 * @param webhookId Shopify's id of the delivery, the same when it is repeated
 * @param eventId Shopify's id of what happened; several deliveries may share it
 * @param known the topic, null if nobody acts on it
 * @param orderId null if it belongs to no order
 */
record Delivery(
    long shopId,
    String shop,
    String webhookId,
    @Nullable String eventId,
    String topicName,
    @Nullable Topic known,
    @Nullable Long orderId,
    byte[] body) {}
