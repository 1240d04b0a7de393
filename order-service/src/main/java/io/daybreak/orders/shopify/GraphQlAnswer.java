package io.daybreak.orders.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** Reads GraphQL's envelope: errors come with status 200, and their code decides what they mean. */
final class GraphQlAnswer {

  private GraphQlAnswer() {}

  static JsonNode data(JsonNode answer) {
    JsonNode errors = answer.path("errors");
    for (JsonNode error : errors) {
      String code = error.path("extensions").path("code").asText();
      throw failure(code, answer.path("extensions").path("cost"));
    }
    JsonNode data = answer.path("data");
    if (!data.isObject()) {
      throw new ShopifyFailure(ShopifyFailure.Kind.MALFORMED, "Shopify's answer has no data");
    }
    return data;
  }

  private static ShopifyFailure failure(String code, JsonNode cost) {
    String message = "Shopify refused the question: " + code;
    return switch (code) {
      case "THROTTLED" -> ShopifyFailure.throttled(message, untilPayable(cost));
      case "ACCESS_DENIED", "SHOP_INACTIVE" ->
          new ShopifyFailure(ShopifyFailure.Kind.NOT_ALLOWED, message);
      case "INTERNAL_SERVER_ERROR" -> new ShopifyFailure(ShopifyFailure.Kind.UNAVAILABLE, message);
      default -> new ShopifyFailure(ShopifyFailure.Kind.MALFORMED, message);
    };
  }

  /**
   * Time until the shop's points pay for the question: what is missing, at the rate at which points
   * come back; zero if Shopify does not say.
   */
  private static Duration untilPayable(JsonNode cost) {
    JsonNode points = cost.path("throttleStatus");
    double missing =
        cost.path("requestedQueryCost").asDouble() - points.path("currentlyAvailable").asDouble();
    double perSecond = points.path("restoreRate").asDouble();
    return missing > 0 && perSecond > 0
        ? Duration.ofMillis((long) Math.ceil(1000 * missing / perSecond))
        : Duration.ZERO;
  }
}
