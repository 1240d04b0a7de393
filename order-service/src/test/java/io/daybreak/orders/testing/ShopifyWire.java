package io.daybreak.orders.testing;

import io.daybreak.kit.testing.WireFake;
import io.daybreak.kit.testing.WireFake.Answer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Shopify's Admin API on a wire that tests script, request by request. */
public class ShopifyWire implements QuarkusTestResourceLifecycleManager {

  private static WireFake wire;

  @Override
  public Map<String, String> start() {
    wire = new WireFake(new Answer(500, "application/json", "{}"));
    return Map.of(
        "daybreak.shopify.base-url",
        wire.address().toString(),
        "quarkus.rest-client.shopify.read-timeout",
        "1000");
  }

  @Override
  public void stop() {
    wire.close();
  }

  public static WireFake wire() {
    return wire;
  }

  /** A refusal for the rate, with the points that the question costs and the shop has. */
  public static Answer throttled(int cost, int available, int restoredPerSecond) {
    JsonObject points =
        new JsonObject()
            .put("maximumAvailable", 20 * restoredPerSecond)
            .put("currentlyAvailable", available)
            .put("restoreRate", restoredPerSecond);
    return json(
        errors("THROTTLED")
            .put(
                "extensions",
                new JsonObject()
                    .put(
                        "cost",
                        new JsonObject()
                            .put("requestedQueryCost", cost)
                            .put("throttleStatus", points))));
  }

  /** An answer of GraphQL's. */
  public static Answer data(JsonObject data) {
    return json(new JsonObject().put("data", data));
  }

  public static Answer error(String code) {
    return json(errors(code));
  }

  private static JsonObject errors(String code) {
    return new JsonObject()
        .put(
            "errors",
            new JsonArray()
                .add(
                    new JsonObject()
                        .put("message", "no")
                        .put("extensions", new JsonObject().put("code", code))));
  }

  public static Answer page(String next, OrderJson... orders) {
    JsonArray nodes = new JsonArray();
    List.of(orders).forEach(order -> nodes.add(node(order)));
    return data(
        new JsonObject()
            .put(
                "orders",
                new JsonObject()
                    .put("nodes", nodes)
                    .put(
                        "pageInfo",
                        new JsonObject().put("hasNextPage", next != null).put("endCursor", next))));
  }

  /** The order as the Admin API tells it. */
  public static JsonObject node(OrderJson order) {
    JsonObject json = order.json();
    JsonObject line = json.getJsonArray("line_items").getJsonObject(0);
    JsonArray fulfilments = new JsonArray();
    for (Object each : json.getJsonArray("fulfillments")) {
      JsonObject parcel = (JsonObject) each;
      fulfilments.add(
          new JsonObject()
              .put("legacyResourceId", parcel.getLong("id").toString())
              .put("status", "SUCCESS")
              .put("createdAt", parcel.getString("created_at"))
              .put("updatedAt", parcel.getString("updated_at")));
    }
    return new JsonObject()
        .put("legacyResourceId", Long.toString(order.id()))
        .put("name", json.getString("name"))
        .put("email", order.email())
        .put("currencyCode", "KRW")
        .put("test", false)
        .put("createdAt", json.getString("created_at"))
        .put("updatedAt", Instant.parse(json.getString("updated_at")).plusMillis(400).toString())
        .put("displayFinancialStatus", "PAID")
        .put("displayFulfillmentStatus", fulfilments.isEmpty() ? "UNFULFILLED" : "FULFILLED")
        .put("totalPriceSet", money("398.00"))
        .put(
            "customer",
            new JsonObject()
                .put("legacyResourceId", Long.toString(order.id() + 5))
                .put("firstName", "하늘")
                .put("lastName", "김"))
        .put(
            "lineItems",
            new JsonObject()
                .put(
                    "nodes",
                    new JsonArray()
                        .add(
                            new JsonObject()
                                .put("id", "gid://shopify/LineItem/" + line.getLong("id"))
                                .put("title", line.getString("title"))
                                .put("quantity", 2)
                                .put("currentQuantity", 2)
                                .put("originalUnitPriceSet", money("199.00"))))
                .put("pageInfo", new JsonObject().put("hasNextPage", false)))
        .put("fulfillments", fulfilments)
        .put("refunds", new JsonArray());
  }

  private static Answer json(JsonObject body) {
    return new Answer(200, "application/json", body.encode());
  }

  private static JsonObject money(String amount) {
    return new JsonObject().put("shopMoney", new JsonObject().put("amount", amount));
  }
}
