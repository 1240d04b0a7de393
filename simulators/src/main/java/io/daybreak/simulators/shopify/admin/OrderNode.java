package io.daybreak.simulators.shopify.admin;

import io.daybreak.simulators.shopify.order.Customer;
import io.daybreak.simulators.shopify.order.Fulfillment;
import io.daybreak.simulators.shopify.order.LineItem;
import io.daybreak.simulators.shopify.order.Order;
import io.daybreak.simulators.shopify.order.Presentment;
import io.daybreak.simulators.shopify.order.Refund;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order's fields as the schema names them. {@code lineItems} and {@code refundLineItems} hold
 * whole lists here; the page of them that is asked for is cut when it is.
 *
 * @see <a href="https://shopify.dev/docs/api/admin-graphql/2026-10/objects/Order">Order</a>
 */
final class OrderNode {

  private static final String CURRENCY = Presentment.SHOP_CURRENCY;

  private OrderNode() {}

  static Map<String, Object> of(Order order, String domain) {
    var node = node("Order", order.id());
    node.put("cancelReason", upper(order.cancelReason()));
    node.put("cancelledAt", text(order.cancelledAt()));
    node.put("closedAt", null);
    node.put("confirmed", true);
    node.put("createdAt", text(order.createdAt()));
    node.put("currencyCode", CURRENCY);
    node.put("currentTotalPriceSet", money(order, order.currentTotal()));
    node.put("customer", customer(order));
    node.put("customerAcceptsMarketing", true);
    node.put("customerLocale", order.locale());
    node.put("displayFinancialStatus", order.financialStatus().name());
    node.put("displayFulfillmentStatus", fulfillmentStatus(order));
    node.put("email", order.email());
    node.put("fulfillments", order.fulfillments().stream().map(f -> parcel(order, f)).toList());
    node.put("lineItems", order.lines());
    node.put("name", order.name());
    node.put("note", order.note().isEmpty() ? null : order.note());
    node.put("number", order.number());
    node.put("phone", null);
    node.put("processedAt", text(order.createdAt()));
    node.put("refunds", order.refunds().stream().map(refund -> refund(order, refund)).toList());
    node.put("sourceName", "web");
    node.put("statusPageUrl", "https://%s/orders/%d".formatted(domain, order.id()));
    node.put("subtotalPriceSet", money(order, order.total()));
    node.put("tags", List.of());
    node.put("test", order.test());
    node.put("totalPriceSet", money(order, order.total()));
    node.put("updatedAt", text(order.updatedAt()));
    return node;
  }

  static Map<String, Object> line(LineItem line) {
    var node = node("LineItem", line.id());
    node.put("currentQuantity", line.currentQuantity());
    node.put("isGiftCard", false);
    node.put("name", line.title());
    node.put("originalUnitPriceSet", money(line.price()));
    var product = titled("Product", line.productId(), line.title());
    product.put("productType", "Tea");
    product.put("tags", List.of("tea"));
    node.put("product", product);
    node.put("quantity", line.quantity());
    node.put("refundableQuantity", line.currentQuantity());
    node.put("requiresShipping", true);
    node.put("sku", line.sku());
    node.put("title", line.title());
    node.put("unfulfilledQuantity", line.fulfillableQuantity());
    node.put("variant", titled("ProductVariant", line.variantId(), "Default Title"));
    node.put("variantTitle", null);
    node.put("vendor", "Daybreak Tea");
    return node;
  }

  private static @Nullable Map<String, Object> customer(Order order) {
    @Nullable Customer customer = order.customer();
    if (customer == null) {
      return null;
    }
    var node = node("Customer", customer.id());
    node.put(
        "defaultEmailAddress",
        Map.of("emailAddress", customer.email(), "marketingState", "SUBSCRIBED"));
    node.put("displayName", customer.firstName() + " " + customer.lastName());
    node.put("email", customer.email());
    node.put("firstName", customer.firstName());
    node.put("lastName", customer.lastName());
    node.put("locale", order.locale());
    node.put("tags", List.of());
    return node;
  }

  private static Map<String, Object> parcel(Order order, Fulfillment parcel) {
    var node = node("Fulfillment", parcel.id());
    node.put("createdAt", text(parcel.createdAt()));
    node.put("deliveredAt", text(parcel.deliveredAt()));
    node.put("displayStatus", parcel.deliveredAt() == null ? "FULFILLED" : "DELIVERED");
    node.put("name", order.name() + "-F" + parcel.number());
    node.put("status", "SUCCESS");
    node.put("totalQuantity", order.lines().stream().mapToInt(LineItem::quantity).sum());
    node.put("updatedAt", text(parcel.updatedAt()));
    return node;
  }

  private static Map<String, Object> refund(Order order, Refund refund) {
    var node = node("Refund", refund.id());
    node.put("createdAt", text(refund.createdAt()));
    node.put("note", null);
    node.put("refundLineItems", RefundedLine.of(order, refund));
    var back = refund.paid() ? order.amountOf(refund) : BigDecimal.ZERO;
    node.put("totalRefundedSet", money(order, back));
    node.put("transactions", List.of(transaction(order, refund)));
    node.put("updatedAt", text(refund.createdAt()));
    return node;
  }

  private static Map<String, Object> transaction(Order order, Refund refund) {
    var node = node("OrderTransaction", refund.id() + 1);
    node.put("amountSet", money(order, order.amountOf(refund)));
    node.put("kind", "REFUND");
    node.put("status", refund.status().toUpperCase(Locale.ROOT));
    return node;
  }

  private static String fulfillmentStatus(Order order) {
    @Nullable String status = order.fulfillmentStatus();
    if (status == null) {
      return "UNFULFILLED";
    }
    return status.equals("partial") ? "PARTIALLY_FULFILLED" : "FULFILLED";
  }

  private static Map<String, Object> titled(String type, long id, String title) {
    var node = node(type, id);
    node.put("title", title);
    node.put("sku", null);
    return node;
  }

  /** A map that may hold null: an absent field and one without a value are the same to GraphQL. */
  static Map<String, @Nullable Object> node(String type, long id) {
    var node = new HashMap<String, @Nullable Object>();
    node.put("__typename", type);
    node.put("id", "gid://shopify/" + type + "/" + id);
    node.put("legacyResourceId", Long.toString(id));
    return node;
  }

  private static Map<String, Object> money(BigDecimal amount) {
    var value = Map.<String, Object>of("amount", amount.toPlainString(), "currencyCode", CURRENCY);
    return Map.of("shopMoney", value, "presentmentMoney", value);
  }

  private static Map<String, Object> money(Order order, BigDecimal amount) {
    var presentment = order.presentment();
    return Map.of(
        "shopMoney",
        Map.of("amount", amount.toPlainString(), "currencyCode", CURRENCY),
        "presentmentMoney",
        Map.of(
            "amount",
            presentment.of(amount).toPlainString(),
            "currencyCode",
            presentment.currency()));
  }

  private static @Nullable String text(@Nullable Instant moment) {
    return moment == null ? null : moment.toString();
  }

  private static @Nullable String upper(@Nullable String reason) {
    return reason == null ? null : reason.toUpperCase(Locale.ROOT);
  }
}
