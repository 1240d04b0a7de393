package io.daybreak.simulators.shopify.order;

import io.vertx.core.json.JsonObject;

/** What Shopify tells subscribers of a topic about one event. */
public record Notice(String topic, JsonObject payload) {}
