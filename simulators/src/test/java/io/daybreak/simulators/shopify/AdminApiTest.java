package io.daybreak.simulators.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.simulators.kernel.SimulatorOptions;
import io.daybreak.simulators.shopify.order.NewOrder;
import io.daybreak.simulators.shopify.order.Order;
import io.daybreak.simulators.shopify.shop.Shop;
import io.daybreak.simulators.shopify.shop.ShopOptions;
import io.daybreak.simulators.shopify.webhook.DeliveryRules;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdminApiTest {

  private static final String UPDATED_SINCE =
      """
      query Changed($since: String!, $after: String) {
        orders(first: 2, after: $after, query: $since, sortKey: UPDATED_AT) {
          nodes { id legacyResourceId updatedAt }
          pageInfo { hasNextPage endCursor }
        }
      }
      """;

  private final HttpClient client = HttpClient.newHttpClient();
  private ShopifySimulator shopify;
  private Shop shop;

  @BeforeEach
  void start() {
    shopify = ShopifySimulator.start(new SimulatorOptions("shopify", 0, 7), DeliveryRules.real());
    shop = shopify.install(ShopOptions.named("demo"));
  }

  @AfterEach
  void stop() {
    shopify.close();
  }

  @Test
  void anOrderIsReadWithItsLinesParcelsAndRefunds() throws Exception {
    Order order = shop.create(NewOrder.by("a@example.com").withLines(2));
    shop.pay(order.id(), null);
    shop.fulfil(order.id(), null);
    shop.deliver(order.id(), Instant.parse("2026-11-20T00:00:00Z"));
    shop.refund(order.id(), null);

    JsonObject answer =
        query(
            """
            query($id: ID!) { node(id: $id) { ... on Order {
              legacyResourceId name email test cancelledAt
              displayFinancialStatus displayFulfillmentStatus
              customer { firstName defaultEmailAddress { emailAddress } }
              lineItems(first: 50) { nodes { id quantity currentQuantity } pageInfo { hasNextPage } }
              fulfillments(first: 10) { legacyResourceId status displayStatus deliveredAt }
              refunds { id totalRefundedSet { shopMoney { amount } }
                refundLineItems(first: 5) { nodes { quantity lineItem { id } } } } } } }
            """,
            new JsonObject().put("id", "gid://shopify/Order/" + order.id()));

    JsonObject node = answer.getJsonObject("data").getJsonObject("node");
    assertThat(node.getString("legacyResourceId")).isEqualTo(Long.toString(order.id()));
    assertThat(node.getString("displayFinancialStatus")).isEqualTo("REFUNDED");
    assertThat(node.getString("displayFulfillmentStatus")).isEqualTo("FULFILLED");
    assertThat(node.getJsonObject("lineItems").getJsonArray("nodes")).hasSize(2);
    assertThat(node.getJsonArray("fulfillments").getJsonObject(0).getString("deliveredAt"))
        .isEqualTo("2026-11-20T00:00:00Z");
    assertThat(
            node.getJsonArray("refunds")
                .getJsonObject(0)
                .getJsonObject("refundLineItems")
                .getJsonArray("nodes"))
        .hasSize(2);
  }

  @Test
  void anUnknownOrderIsNullAndNoError() throws Exception {
    JsonObject answer = query("{ node(id: \"gid://shopify/Order/1\") { id } }", new JsonObject());

    assertThat(answer.getJsonObject("data").containsKey("node")).isTrue();
    assertThat(answer.getJsonObject("data").getValue("node")).isNull();
    assertThat(answer.containsKey("errors")).isFalse();
  }

  @Test
  void pagesOfChangedOrdersMissNothingWhileOrdersGoOnChanging() throws Exception {
    Instant start = Instant.parse("2026-11-01T00:00:00Z");
    List<Order> orders = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      orders.add(shop.create(NewOrder.by("a@example.com").at(start.plusSeconds(i / 2))));
    }

    List<String> seen = new ArrayList<>();
    @Nullable String after = null;
    boolean more = true;
    while (more) {
      JsonObject page =
          query(
                  UPDATED_SINCE,
                  new JsonObject()
                      .put("since", "updated_at:>='2026-11-01T00:00:01Z'")
                      .put("after", after))
              .getJsonObject("data")
              .getJsonObject("orders");
      page.getJsonArray("nodes")
          .forEach(node -> seen.add(((JsonObject) node).getString("legacyResourceId")));
      more = page.getJsonObject("pageInfo").getBoolean("hasNextPage");
      after = page.getJsonObject("pageInfo").getString("endCursor");
      if (seen.size() == 2) {
        shop.pay(orders.get(2).id(), start.plusSeconds(60));
      }
    }

    assertThat(seen)
        .containsAll(orders.subList(2, 7).stream().map(o -> Long.toString(o.id())).toList())
        .doesNotContain(Long.toString(orders.get(0).id()));
  }

  @Test
  void aWrongTokenIs401AndAnUnknownVersion404() throws Exception {
    assertThat(post("2026-10", "wrong", "{shop{id}}", new JsonObject()).statusCode())
        .isEqualTo(401);
    assertThat(
            post("2019-04", shop.options().accessToken(), "{shop{id}}", new JsonObject())
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void fieldsAndArgumentsThatShopifyDoesNotHaveAreRefused() throws Exception {
    assertThat(code(query("{ shop { id favouriteTea } }", new JsonObject())))
        .isEqualTo("undefinedField");
    assertThat(code(query("{ orders(limit: 5) { nodes { id } } }", new JsonObject())))
        .isEqualTo("argumentLiteralsIncompatible");
    assertThat(code(query("{ orders { nodes { id } } }", new JsonObject())))
        .isEqualTo("BAD_REQUEST");
    assertThat(
            code(
                query(
                    "{ orders(first: 5, query: \"colour:red\") { nodes { id } } }",
                    new JsonObject())))
        .isEqualTo("BAD_REQUEST");
  }

  @Test
  void aQueryCostsWhatItReturnsAndTooDearAQueryIsRefused() throws Exception {
    shop.create(NewOrder.by("a@example.com"));

    JsonObject cheap =
        query("{ orders(first: 250) { nodes { id customer { id } } } }", new JsonObject());
    JsonObject dear =
        query(
            """
            { orders(first: 250) { nodes { id
              lineItems(first: 250) { nodes { id product { id } variant { id }
                originalUnitPriceSet { shopMoney { amount } presentmentMoney { amount } } } }
              refunds { refundLineItems(first: 250) { nodes { lineItem {
                product { id } variant { id } } } } } } } }
            """,
            new JsonObject());

    assertThat(cost(cheap).getInteger("actualQueryCost"))
        .isLessThan(cost(cheap).getInteger("requestedQueryCost"));
    assertThat(code(dear)).isEqualTo("MAX_COST_EXCEEDED");
  }

  @Test
  void anEmptyBucketRefusesUntilItFillsAgain() throws Exception {
    for (int i = 0; i < 250; i++) {
      shop.orders().create(NewOrder.by("a@example.com"));
    }
    String dear =
        """
        { orders(first: 250) { nodes { id customer { id }
          lineItems(first: 250) { nodes { id product { id } variant { id } } } } } }
        """;

    JsonObject answer = query(dear, new JsonObject());
    for (int i = 0; i < 20 && !answer.containsKey("errors"); i++) {
      answer = query(dear, new JsonObject());
    }

    assertThat(code(answer)).isEqualTo("THROTTLED");
    assertThat(answer.containsKey("data")).isFalse();
    assertThat(cost(answer).getJsonObject("throttleStatus").getInteger("currentlyAvailable"))
        .isLessThan(cost(answer).getInteger("requestedQueryCost"));
  }

  @Test
  void aSubscriptionThatWasRemovedCanBeMadeAgainAndAWrongAddressIsAUserError() throws Exception {
    String mutation =
        """
        mutation($uri: String!) {
          webhookSubscriptionCreate(topic: ORDERS_CREATE, webhookSubscription: {uri: $uri}) {
            webhookSubscription { id topic uri }
            userErrors { field message }
          }
        }
        """;

    JsonObject made =
        query(mutation, new JsonObject().put("uri", "https://app.example/webhooks"))
            .getJsonObject("data")
            .getJsonObject("webhookSubscriptionCreate");
    JsonObject refused =
        query(mutation, new JsonObject().put("uri", "nowhere"))
            .getJsonObject("data")
            .getJsonObject("webhookSubscriptionCreate");

    assertThat(made.getJsonObject("webhookSubscription").getString("topic"))
        .isEqualTo("ORDERS_CREATE");
    assertThat(made.getJsonArray("userErrors")).isEmpty();
    assertThat(refused.getJsonArray("userErrors").getJsonObject(0).getString("message"))
        .isEqualTo("Address is invalid");
    assertThat(shop.subscriptions().to("orders/create")).isPresent();
  }

  private JsonObject query(String query, JsonObject variables) throws Exception {
    var answer = post("2026-10", shop.options().accessToken(), query, variables);
    assertThat(answer.statusCode()).isEqualTo(200);
    return new JsonObject(answer.body());
  }

  private HttpResponse<String> post(
      String version, String token, String query, JsonObject variables) throws Exception {
    var request =
        HttpRequest.newBuilder(shopify.baseUrl().resolve("/admin/api/" + version + "/graphql.json"))
            .header("Content-Type", "application/json")
            .header("X-Shopify-Access-Token", token)
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    new JsonObject().put("query", query).put("variables", variables).encode()))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static String code(JsonObject answer) {
    return answer
        .getJsonArray("errors")
        .getJsonObject(0)
        .getJsonObject("extensions")
        .getString("code");
  }

  private static JsonObject cost(JsonObject answer) {
    return answer.getJsonObject("extensions").getJsonObject("cost");
  }
}
