package io.daybreak.orders.order;

import static io.daybreak.orders.order.JsonFields.id;
import static io.daybreak.orders.order.JsonFields.lowerText;
import static io.daybreak.orders.order.JsonFields.moment;
import static io.daybreak.orders.order.JsonFields.money;
import static io.daybreak.orders.order.JsonFields.optionalId;
import static io.daybreak.orders.order.JsonFields.optionalMoment;
import static io.daybreak.orders.order.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
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
        unique(body.path("refunds"), WebhookPayload::refund, Refund::shopifyId));
  }

  /**
   * @throws UnusablePayloadException if a field that is needed is missing or of another kind
   */
  public static Fulfilment fulfilment(JsonNode body) {
    Instant createdAt = moment(body, "created_at");
    Instant updatedAt = Objects.requireNonNullElse(optionalMoment(body, "updated_at"), createdAt);
    boolean delivered = "delivered".equals(lowerText(body, "shipment_status"));
    return new Fulfilment(
        id(body, "id"),
        lowerText(body, "status"),
        createdAt,
        updatedAt,
        delivered ? updatedAt : null);
  }

  /**
   * @throws UnusablePayloadException if a field that is needed is missing or of another kind
   */
  public static Refund refund(JsonNode body) {
    return new Refund(id(body, "id"), refundedAmount(body), moment(body, "created_at"));
  }

  /** The order that a fulfilment or refund belongs to. */
  public static long orderId(JsonNode body) {
    return id(body, "order_id");
  }

  /** What was paid back; a refund without transactions counts by its lines. */
  private static BigDecimal refundedAmount(JsonNode refund) {
    JsonNode transactions = refund.path("transactions");
    if (!transactions.isEmpty()) {
      return sum(
          stream(transactions)
              .filter(t -> !"failure".equals(lowerText(t, "status")))
              .map(t -> money(t, "amount")));
    }
    return sum(
        stream(refund.path("refund_line_items"))
            .flatMap(line -> Stream.of(money(line, "subtotal"), money(line, "total_tax"))));
  }

  private static BigDecimal sum(Stream<@Nullable BigDecimal> amounts) {
    return amounts.filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
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
    return new OrderSnapshot.Line(
        id(line, "id"),
        title == null ? Objects.requireNonNullElse(text(line, "name"), "") : title,
        quantity,
        line.path("current_quantity").asInt(quantity),
        money(line, "price"));
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
