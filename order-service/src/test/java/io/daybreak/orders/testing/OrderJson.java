package io.daybreak.orders.testing;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Orders as Shopify's webhooks describe them, with ids beyond what JavaScript can count. */
public final class OrderJson {

  private static final AtomicLong IDS =
      new AtomicLong(820_982_911_946_000_000L + System.nanoTime() % 1_000_000 * 1_000);

  private final JsonObject json;
  private final Instant createdAt;

  private OrderJson(long id, String email, Instant createdAt) {
    this.createdAt = createdAt.truncatedTo(ChronoUnit.SECONDS);
    this.json =
        new JsonObject()
            .put("id", id)
            .put("name", "#" + id % 10_000)
            .put("email", email)
            .put("buyer_accepts_marketing", true)
            .put("customer_locale", "en-US")
            .put("currency", "KRW")
            .put("total_price", "398.00")
            .put("financial_status", "paid")
            .putNull("fulfillment_status")
            .putNull("cancelled_at")
            .put("test", false)
            .put("created_at", this.createdAt.toString())
            .put("updated_at", this.createdAt.toString())
            .put(
                "customer",
                new JsonObject().put("id", id + 5).put("first_name", "Haneul").put("email", email))
            .put(
                "line_items",
                new JsonArray()
                    .add(
                        new JsonObject()
                            .put("id", id + 1)
                            .put("title", "Green tea")
                            .put("quantity", 2)
                            .put("current_quantity", 2)
                            .put("price", "199.00")))
            .put("fulfillments", new JsonArray())
            .put("refunds", new JsonArray());
  }

  /** An order placed an hour ago, paid and not yet fulfilled, by a customer of its own. */
  public static OrderJson placed() {
    return placed(Instant.now().minus(1, ChronoUnit.HOURS));
  }

  public static OrderJson placed(Instant at) {
    long id = IDS.addAndGet(10);
    return new OrderJson(id, "customer" + id + "@example.com", at);
  }

  public long id() {
    return json.getLong("id");
  }

  public String email() {
    return json.getString("email");
  }

  public OrderJson email(String email) {
    json.put("email", email).put("contact_email", email);
    json.getJsonObject("customer").put("email", email);
    return this;
  }

  public OrderJson with(String field, Object value) {
    json.put(field, value);
    return this;
  }

  /** A version made some seconds after the order was placed. */
  public OrderJson updatedAfter(long seconds) {
    return with("updated_at", createdAt.plusSeconds(seconds).toString());
  }

  /** The order with one parcel under way, in a version of the same moment. */
  public OrderJson fulfilledAfter(long seconds) {
    json.getJsonArray("fulfillments").add(fulfilment(id() + 2, seconds));
    return with("fulfillment_status", "fulfilled").updatedAfter(seconds);
  }

  /** A parcel by itself, as {@code fulfillments/*} describe it. */
  public JsonObject fulfilment(long fulfilmentId, long seconds) {
    return new JsonObject()
        .put("id", fulfilmentId)
        .put("order_id", id())
        .put("status", "success")
        .putNull("shipment_status")
        .put("created_at", createdAt.plusSeconds(seconds).toString())
        .put("updated_at", createdAt.plusSeconds(seconds).toString());
  }

  /** Money given back, as {@code refunds/create} describes it. */
  public JsonObject refund(String amount, long seconds) {
    return new JsonObject()
        .put("id", id() + 7)
        .put("order_id", id())
        .put("created_at", createdAt.plusSeconds(seconds).toString())
        .put("refund_line_items", new JsonArray())
        .put(
            "transactions",
            new JsonArray()
                .add(
                    new JsonObject()
                        .put("kind", "refund")
                        .put("status", "success")
                        .put("amount", amount)));
  }

  public JsonObject json() {
    return json.copy();
  }
}
