package io.daybreak.orders.order;

import static io.daybreak.orders.order.JsonFields.id;
import static io.daybreak.orders.order.JsonFields.lowerText;
import static io.daybreak.orders.order.JsonFields.moment;
import static io.daybreak.orders.order.JsonFields.money;
import static io.daybreak.orders.order.JsonFields.optionalId;
import static io.daybreak.orders.order.JsonFields.optionalMoment;
import static io.daybreak.orders.order.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The bodies of Shopify's order, fulfilment and refund webhooks.
 *
 * @see <a href="https://shopify.dev/docs/api/admin-rest/latest/resources/order">the order's
 *     fields</a>
 */
public final class WebhookPayload {

  private WebhookPayload() {}

  /**
   * @throws UnusablePayloadException if a field that is needed is missing or of another kind
   */
  public static OrderSnapshot order(JsonNode body) {
    long id = id(body, "id");
    Instant createdAt = moment(body, "created_at");
    Instant updatedAt = optionalMoment(body, "updated_at");
    return new OrderSnapshot(
        id,
        Objects.requireNonNullElse(text(body, "name"), "#" + id),
        customer(body),
        new OrderSnapshot.Status(
            lowerText(body, "financial_status"), lowerText(body, "fulfillment_status")),
        new OrderSnapshot.Moments(createdAt, null, optionalMoment(body, "cancelled_at")),
        text(body, "currency"),
        money(body, "total_price"),
        body.path("test").asBoolean(false),
        updatedAt == null ? createdAt : updatedAt,
        OrderSource.WEBHOOK,
        unique(body.path("line_items"), WebhookPayload::line, OrderSnapshot.Line::id),
        unique(body.path("fulfillments"), WebhookPayload::fulfilment, Fulfilment::shopifyId),
        unique(body.path("refunds"), WebhookPayload::refund, Refund::shopifyId),
        new OrderSnapshot.Origin(lowerText(body, "source_name"), tags(body)));
  }

  /**
   * @throws UnusablePayloadException if a field that is needed is missing or of another kind
   */
  public static Fulfilment fulfilment(JsonNode body) {
    Instant createdAt = moment(body, "created_at");
    Instant updatedAt = Objects.requireNonNullElse(optionalMoment(body, "updated_at"), createdAt);
    String shipment = lowerText(body, "shipment_status");
    return new Fulfilment(
        id(body, "id"),
        lowerText(body, "status"),
        createdAt,
        updatedAt,
        Fulfilment.arrived(shipment) ? updatedAt : null,
        Fulfilment.told(shipment),
        pieces(body.path("line_items")));
  }

  /**
   * @throws UnusablePayloadException if a field that is needed is missing or of another kind
   */
  public static Refund refund(JsonNode body) {
    RefundedMoney.Money money = RefundedMoney.of(body);
    return new Refund(id(body, "id"), money.amount(), money.currency(), moment(body, "created_at"));
  }

  /** What the body itself is called at Shopify. */
  public static long ownId(JsonNode body) {
    return id(body, "id");
  }

  /** The order that a fulfilment or refund belongs to. */
  public static long orderId(JsonNode body) {
    return id(body, "order_id");
  }

  /** Pieces by line; null where the parcel's lines are not told. */
  private static @Nullable Map<Long, Integer> pieces(JsonNode lines) {
    if (lines.isEmpty()) {
      return null;
    }
    Map<Long, Integer> pieces = new HashMap<>();
    stream(lines)
        .forEach(
            line -> pieces.merge(id(line, "id"), line.path("quantity").asInt(1), Integer::sum));
    return pieces;
  }

  /** The order's tags: one text with commas. */
  private static List<String> tags(JsonNode body) {
    String tags = lowerText(body, "tags");
    return tags == null
        ? List.of()
        : Arrays.stream(tags.split(",")).map(String::strip).filter(tag -> !tag.isEmpty()).toList();
  }

  private static OrderSnapshot.Customer customer(JsonNode body) {
    JsonNode customer = body.path("customer");
    String email = text(body, "email");
    if (email == null) {
      email = text(body, "contact_email");
    }
    return new OrderSnapshot.Customer(
        optionalId(customer, "id"),
        CustomerName.of(text(customer, "first_name"), text(customer, "last_name")),
        email == null ? text(customer, "email") : email,
        text(body, "customer_locale"),
        body.path("buyer_accepts_marketing").asBoolean(false));
  }

  private static OrderSnapshot.Line line(JsonNode line) {
    int quantity = line.path("quantity").asInt(0);
    String title = text(line, "title");
    String shown = title == null ? Objects.requireNonNullElse(text(line, "name"), "") : title;
    return new OrderSnapshot.Line(
        id(line, "id"),
        shown,
        quantity,
        line.path("current_quantity").asInt(quantity),
        money(line, "price"),
        goods(line, shown));
  }

  private static OrderSnapshot.Goods goods(JsonNode line, String title) {
    boolean shippable = line.path("requires_shipping").asBoolean(true);
    String vendor = text(line, "vendor");
    JsonNode unfulfilled = line.path("fulfillable_quantity");
    return new OrderSnapshot.Goods(
        kind(line, shippable, vendor, title),
        optionalId(line, "product_id"),
        vendor,
        null,
        null,
        shippable,
        unfulfilled.isInt() ? unfulfilled.intValue() : null);
  }

  private static LineKind kind(
      JsonNode line, boolean shippable, @Nullable String vendor, String title) {
    if (line.path("gift_card").asBoolean(false)) {
      return LineKind.GIFT_CARD;
    }
    if (line.path("tip").isObject()) {
      return LineKind.TIP;
    }
    if (!line.path("product_exists").asBoolean(true)) {
      return LineKind.NO_PRODUCT;
    }
    return LineKind.insures(shippable, vendor, title) ? LineKind.INSURANCE : LineKind.PRODUCT;
  }

  /** Each id once, the last one given counts. */
  private static <T> List<T> unique(
      JsonNode array, Function<JsonNode, T> read, ToLongFunction<T> idOf) {
    Map<Long, T> byId = new LinkedHashMap<>();
    stream(array).map(read).forEach(value -> byId.put(idOf.applyAsLong(value), value));
    Collection<T> values = byId.values();
    return List.copyOf(values);
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
