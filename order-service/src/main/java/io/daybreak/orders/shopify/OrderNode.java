package io.daybreak.orders.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybreak.orders.order.CustomerName;
import io.daybreak.orders.order.Fulfilment;
import io.daybreak.orders.order.LineKind;
import io.daybreak.orders.order.OrderSnapshot;
import io.daybreak.orders.order.OrderSource;
import io.daybreak.orders.order.Refund;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * An order as the Admin API tells it, in the words that webhooks use.
 *
 * @param complete false if it has more lines than were asked for
 */
record OrderNode(OrderSnapshot order, boolean complete) {

  /**
   * @throws ShopifyFailure if the node is not what Shopify documents
   */
  static OrderNode read(JsonNode node) {
    try {
      boolean more = node.path("lineItems").path("pageInfo").path("hasNextPage").asBoolean();
      return new OrderNode(order(node), !more);
    } catch (DateTimeException | NumberFormatException | NullPointerException e) {
      throw new ShopifyFailure(
          ShopifyFailure.Kind.MALFORMED, "An order of Shopify's is not as documented");
    }
  }

  private static OrderSnapshot order(JsonNode node) {
    return new OrderSnapshot(
        id(node),
        required(node, "name"),
        customer(node),
        new OrderSnapshot.Status(lower(node, "displayFinancialStatus"), fulfilmentStatus(node)),
        new OrderSnapshot.Moments(
            Objects.requireNonNull(moment(node, "createdAt")), null, moment(node, "cancelledAt")),
        text(node, "currencyCode"),
        money(node.path("totalPriceSet")),
        node.path("test").asBoolean(),
        version(node),
        OrderSource.SHOPIFY,
        all(node.path("lineItems").path("nodes"), OrderNode::line),
        all(node.path("fulfillments"), OrderNode::fulfilment),
        all(node.path("refunds"), OrderNode::refund),
        new OrderSnapshot.Origin(lower(node, "sourceName"), tags(node)));
  }

  private static OrderSnapshot.Customer customer(JsonNode node) {
    JsonNode customer = node.path("customer");
    return new OrderSnapshot.Customer(
        customer.isObject() ? id(customer) : null,
        CustomerName.of(text(customer, "firstName"), text(customer, "lastName")),
        text(node, "email"),
        text(node, "customerLocale"),
        node.path("customerAcceptsMarketing").asBoolean());
  }

  private static OrderSnapshot.Line line(JsonNode node) {
    String globalId = required(node, "id");
    int quantity = node.path("quantity").asInt();
    return new OrderSnapshot.Line(
        Long.parseLong(globalId.substring(globalId.lastIndexOf('/') + 1)),
        required(node, "title"),
        quantity,
        node.path("currentQuantity").asInt(quantity),
        money(node.path("originalUnitPriceSet")),
        goods(node, required(node, "title")));
  }

  private static OrderSnapshot.Goods goods(JsonNode node, String title) {
    JsonNode product = node.path("product");
    boolean shippable = node.path("requiresShipping").asBoolean(true);
    String vendor = text(node, "vendor");
    JsonNode unfulfilled = node.path("unfulfilledQuantity");
    return new OrderSnapshot.Goods(
        kind(node, shippable, vendor, title),
        product.isObject() ? id(product) : null,
        vendor,
        text(product, "productType"),
        product.isObject() ? tags(product) : null,
        shippable,
        unfulfilled.isInt() ? unfulfilled.intValue() : null);
  }

  /** A tip has no mark of its own; like what was typed in by hand, it has no product. */
  private static LineKind kind(
      JsonNode node, boolean shippable, @Nullable String vendor, String title) {
    if (node.path("isGiftCard").asBoolean()) {
      return LineKind.GIFT_CARD;
    }
    if (node.path("product").isNull()) {
      return LineKind.NO_PRODUCT;
    }
    return LineKind.insures(shippable, vendor, title) ? LineKind.INSURANCE : LineKind.PRODUCT;
  }

  private static List<String> tags(JsonNode node) {
    return all(node.path("tags"), tag -> tag.asText().toLowerCase(Locale.ROOT));
  }

  private static Fulfilment fulfilment(JsonNode node) {
    return new Fulfilment(
        id(node),
        lower(node, "status"),
        Objects.requireNonNull(moment(node, "createdAt")),
        version(node),
        deliveredAt(node),
        Fulfilment.told(lower(node, "displayStatus")),
        null);
  }

  private static @Nullable Instant deliveredAt(JsonNode node) {
    Instant known = moment(node, "deliveredAt");
    return known == null && Fulfilment.arrived(lower(node, "displayStatus"))
        ? version(node)
        : known;
  }

  /** Only payments that succeeded count; a refund without payments counts by its total. */
  private static Refund refund(JsonNode node) {
    JsonNode payments = node.path("transactions").path("nodes");
    JsonNode total = node.path("totalRefundedSet");
    BigDecimal amount =
        payments.isEmpty()
            ? orZero(money(total))
            : all(payments, payment -> payment).stream()
                .filter(payment -> "success".equals(lower(payment, "status")))
                .map(payment -> orZero(money(payment.path("amountSet"))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Refund(
        id(node),
        amount,
        text(total.path("shopMoney"), "currencyCode"),
        Objects.requireNonNull(moment(node, "createdAt")));
  }

  private static BigDecimal orZero(@Nullable BigDecimal amount) {
    return amount == null ? BigDecimal.ZERO : amount;
  }

  /** Whole seconds, as webhooks have them: finer ones would beat a webhook of the same moment. */
  private static Instant version(JsonNode node) {
    return Objects.requireNonNull(moment(node, "updatedAt")).truncatedTo(ChronoUnit.SECONDS);
  }

  private static @Nullable String fulfilmentStatus(JsonNode node) {
    return switch (required(node, "displayFulfillmentStatus")) {
      case "FULFILLED" -> "fulfilled";
      case "PARTIALLY_FULFILLED" -> "partial";
      case "RESTOCKED" -> "restocked";
      default -> null;
    };
  }

  private static long id(JsonNode node) {
    return Long.parseLong(required(node, "legacyResourceId"));
  }

  private static @Nullable BigDecimal money(JsonNode bag) {
    String amount = text(bag.path("shopMoney"), "amount");
    return amount == null ? null : new BigDecimal(amount);
  }

  private static @Nullable Instant moment(JsonNode node, String field) {
    String text = text(node, field);
    return text == null ? null : OffsetDateTime.parse(text).toInstant();
  }

  private static @Nullable String lower(JsonNode node, String field) {
    String text = text(node, field);
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }

  private static String required(JsonNode node, String field) {
    return Objects.requireNonNull(text(node, field), field);
  }

  private static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    // PostgreSQL's text cannot hold it
    String text = value.asText().replace("\0", "").strip();
    return text.isEmpty() ? null : text;
  }

  private static <T> List<T> all(JsonNode nodes, Function<JsonNode, T> read) {
    return StreamSupport.stream(nodes.spliterator(), false).map(read).toList();
  }
}
