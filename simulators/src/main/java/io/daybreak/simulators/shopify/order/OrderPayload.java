package io.daybreak.simulators.shopify.order;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Orders in the form of Shopify's REST resources, which webhooks carry: money as text, moments in
 * the shop's offset with whole seconds, ids as numbers of 64 bits.
 *
 * @param domain the shop's permanent domain
 * @param zone the shop's time zone
 * @see <a href="https://shopify.dev/docs/api/admin-rest/latest/resources/order">Order</a>
 */
record OrderPayload(String domain, ZoneId zone) {

  private static final String CURRENCY = Presentment.SHOP_CURRENCY;

  JsonObject order(Order order) {
    @Nullable Customer customer = order.customer();
    return new JsonObject()
        .put("id", order.id())
        .put("admin_graphql_api_id", gid("Order", order.id()))
        .put("name", order.name())
        .put("number", order.number() - 1000)
        .put("order_number", order.number())
        .putNull("app_id")
        .put("email", order.email())
        .put("contact_email", order.email())
        .putNull("phone")
        .put("buyer_accepts_marketing", true)
        .put("customer_locale", order.locale())
        .put("currency", CURRENCY)
        .put("presentment_currency", order.presentment().currency())
        .put("total_price", money(order.total()))
        .put("total_price_set", set(order, order.total()))
        .put("subtotal_price", money(order.total()))
        .put("current_total_price", money(order.currentTotal()))
        .put("financial_status", order.financialStatus().restName())
        .put("fulfillment_status", order.fulfillmentStatus())
        .put("cancelled_at", moment(order.cancelledAt()))
        .put("cancel_reason", order.cancelReason())
        .putNull("closed_at")
        .put("confirmed", true)
        .put("test", order.test())
        .put("created_at", moment(order.createdAt()))
        .put("updated_at", moment(order.updatedAt()))
        .put("processed_at", moment(order.createdAt()))
        .put(
            "order_status_url",
            "https://%s/1/orders/%d/authenticate?key=k".formatted(domain, order.id()))
        .put("source_name", "web")
        .put("tags", "")
        .put("token", Long.toHexString(order.id()))
        .put("note", order.note())
        .put("note_attributes", new JsonArray())
        .put("customer", customer == null ? null : customer(customer))
        .putNull("billing_address")
        .putNull("shipping_address")
        .put("line_items", all(order.lines(), this::line))
        .put("fulfillments", all(order.fulfillments(), parcel -> fulfillment(order, parcel)))
        .put("refunds", all(order.refunds(), refund -> refund(order, refund)))
        .put("shipping_lines", new JsonArray())
        .put("discount_codes", new JsonArray());
  }

  JsonObject fulfillment(Order order, Fulfillment parcel) {
    boolean delivered = parcel.deliveredAt() != null;
    return new JsonObject()
        .put("id", parcel.id())
        .put("order_id", order.id())
        .put("admin_graphql_api_id", gid("Fulfillment", parcel.id()))
        .put("name", order.name() + "." + parcel.number())
        .put("status", "success")
        .put("shipment_status", delivered ? "delivered" : null)
        .put("service", "manual")
        .put("created_at", moment(parcel.createdAt()))
        .put("updated_at", moment(parcel.updatedAt()))
        .put("email", order.email())
        .putNull("tracking_company")
        .putNull("tracking_number")
        .put("line_items", all(order.lines(), this::line));
  }

  JsonObject refund(Order order, Refund refund) {
    return new JsonObject()
        .put("id", refund.id())
        .put("order_id", order.id())
        .put("admin_graphql_api_id", gid("Refund", refund.id()))
        .put("created_at", moment(refund.createdAt()))
        .put("processed_at", moment(refund.createdAt()))
        .putNull("note")
        .put(
            "refund_line_items",
            all(
                order.lines().stream()
                    .filter(line -> refund.pieces().containsKey(line.id()))
                    .toList(),
                line -> refundedLine(order, refund, line)))
        .put("transactions", new JsonArray().add(transaction(order, refund)))
        .put("order_adjustments", new JsonArray());
  }

  private JsonObject transaction(Order order, Refund refund) {
    return new JsonObject()
        .put("id", refund.id() + 1)
        .put("order_id", order.id())
        .put("kind", "refund")
        .put("status", refund.status())
        .put("amount", money(order.presentment().of(order.amountOf(refund))))
        .put("currency", order.presentment().currency());
  }

  private static JsonObject set(Order order, BigDecimal shopMoney) {
    return new JsonObject()
        .put(
            "shop_money",
            new JsonObject().put("amount", money(shopMoney)).put("currency_code", CURRENCY))
        .put(
            "presentment_money",
            new JsonObject()
                .put("amount", money(order.presentment().of(shopMoney)))
                .put("currency_code", order.presentment().currency()));
  }

  private JsonObject refundedLine(Order order, Refund refund, LineItem line) {
    int pieces = Objects.requireNonNull(refund.pieces().get(line.id()));
    return new JsonObject()
        .put("id", refund.id() + line.id() % 1_000)
        .put("line_item_id", line.id())
        .put("quantity", pieces)
        .put("restock_type", "no_restock")
        .put("subtotal", money(line.price().multiply(BigDecimal.valueOf(pieces))))
        .put("subtotal_set", set(order, line.price().multiply(BigDecimal.valueOf(pieces))))
        .put("line_item", line(line));
  }

  private JsonObject customer(Customer customer) {
    return new JsonObject()
        .put("id", customer.id())
        .put("admin_graphql_api_id", gid("Customer", customer.id()))
        .put("email", customer.email())
        .put("first_name", customer.firstName())
        .put("last_name", customer.lastName())
        .put("state", "disabled")
        .put("verified_email", true)
        .put("tags", "");
  }

  private JsonObject line(LineItem line) {
    boolean sent = line.fulfillableQuantity() == 0 && line.currentQuantity() > 0;
    return new JsonObject()
        .put("id", line.id())
        .put("product_id", line.productId())
        .put("variant_id", line.variantId())
        .put("title", line.title())
        .putNull("variant_title")
        .put("name", line.title())
        .put("sku", line.sku())
        .put("quantity", line.quantity())
        .put("current_quantity", line.currentQuantity())
        .put("fulfillable_quantity", line.fulfillableQuantity())
        .put("fulfillment_status", sent ? "fulfilled" : null)
        .put("price", money(line.price()))
        .put("product_exists", true)
        .put("requires_shipping", true)
        .put("gift_card", false)
        .put("vendor", "Daybreak Tea")
        .put("properties", new JsonArray());
  }

  static String gid(String type, long id) {
    return "gid://shopify/" + type + "/" + id;
  }

  private static String money(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.UNNECESSARY).toPlainString();
  }

  private @Nullable String moment(@Nullable Instant at) {
    return at == null
        ? null
        : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            at.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime());
  }

  private static <T> JsonArray all(List<T> things, Function<T, JsonObject> form) {
    var array = new JsonArray();
    things.forEach(thing -> array.add(form.apply(thing)));
    return array;
  }
}
