package io.daybreak.orders.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.daybreak.orders.order.CustomerPayload;
import io.daybreak.orders.order.UnusablePayloadException;
import io.daybreak.orders.order.WebhookPayload;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a genuine body far enough to know that it can be applied. The topic and the shop come from
 * headers, which Shopify does not sign: a body must itself be what its topic says, or a captured
 * order could be turned into the erasure of a shop.
 */
@Singleton
class DeliveryBody {

  private final ObjectReader json;

  DeliveryBody(ObjectMapper mapper) {
    this.json = mapper.reader();
  }

  /**
   * @return Shopify's id of the order the body belongs to, or null if it belongs to none
   */
  @Nullable Long orderId(Topic topic, String shopDomain, byte[] raw) {
    JsonNode body = object(raw);
    try {
      return switch (topic.subject()) {
        case ORDER -> {
          forbid(body, "order_id");
          yield WebhookPayload.order(body).shopifyId();
        }
        case FULFILMENT -> {
          forbid(body, "refund_line_items");
          WebhookPayload.fulfilment(body);
          yield WebhookPayload.orderId(body);
        }
        case REFUND -> {
          forbid(body, "shipment_status");
          WebhookPayload.refund(body);
          yield WebhookPayload.orderId(body);
        }
        case DELETION -> {
          forbid(body, "line_items");
          forbid(body, "order_id");
          yield WebhookPayload.ownId(body);
        }
        case CUSTOMER -> {
          forbid(body, "line_items");
          CustomerPayload.consent(body);
          yield null;
        }
        case APP -> {
          checkApp(body, shopDomain);
          yield null;
        }
        case COMPLIANCE -> {
          checkCompliance(topic, body, shopDomain);
          yield null;
        }
      };
    } catch (UnusablePayloadException e) {
      throw WebhookProblems.body(e.getMessage());
    }
  }

  /** Any JSON object, for a topic that nobody acts on. */
  JsonNode object(byte[] raw) {
    try {
      JsonNode body = json.readTree(raw);
      if (body == null || !body.isObject()) {
        throw WebhookProblems.body("The body is not a JSON object");
      }
      return body;
    } catch (IOException e) {
      throw WebhookProblems.body("The body is not JSON");
    }
  }

  /** Shopify sends the shop; an order has lines, a shop has none. */
  private static void checkApp(JsonNode body, String shopDomain) {
    String domain = body.path("myshopify_domain").asText(shopDomain);
    if (!domain.equals(shopDomain) || body.has("line_items") || body.has("order_id")) {
      throw new UnusablePayloadException("myshopify_domain");
    }
  }

  private static void checkCompliance(Topic topic, JsonNode body, String shopDomain) {
    if (!body.path("shop_domain").asText().equals(shopDomain)) {
      throw new UnusablePayloadException("shop_domain");
    }
    switch (topic) {
      case CUSTOMERS_DATA_REQUEST -> require(body, "data_request");
      case CUSTOMERS_REDACT -> require(body, "orders_to_redact");
      default -> {
        if (body.has("customer")) {
          throw new UnusablePayloadException("shop_id");
        }
      }
    }
  }

  private static void require(JsonNode body, String field) {
    if (!body.hasNonNull(field) || !body.path("customer").isObject()) {
      throw new UnusablePayloadException(field);
    }
  }

  /** A field that only the body of another topic has. */
  private static void forbid(JsonNode body, String field) {
    if (body.has(field)) {
      throw new UnusablePayloadException(field);
    }
  }
}
