package io.daybreak.orders.shopify;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads GraphQL's envelope: errors come with status 200, and their code decides what they mean. */
final class GraphQlAnswer {

  private GraphQlAnswer() {}

  static JsonNode data(JsonNode answer) {
    JsonNode errors = answer.path("errors");
    for (JsonNode error : errors) {
      String code = error.path("extensions").path("code").asText();
      throw new ShopifyFailure(kind(code), "Shopify refused the question: " + code);
    }
    JsonNode data = answer.path("data");
    if (!data.isObject()) {
      throw new ShopifyFailure(ShopifyFailure.Kind.MALFORMED, "Shopify's answer has no data");
    }
    return data;
  }

  private static ShopifyFailure.Kind kind(String code) {
    return switch (code) {
      case "THROTTLED" -> ShopifyFailure.Kind.THROTTLED;
      case "ACCESS_DENIED", "SHOP_INACTIVE" -> ShopifyFailure.Kind.NOT_ALLOWED;
      case "INTERNAL_SERVER_ERROR" -> ShopifyFailure.Kind.UNAVAILABLE;
      default -> ShopifyFailure.Kind.MALFORMED;
    };
  }
}
