package io.daybreak.simulators.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.simulators.kernel.SimulatorOptions;
import io.daybreak.simulators.shopify.shop.Shop;
import io.daybreak.simulators.shopify.shop.ShopOptions;
import io.daybreak.simulators.shopify.webhook.DeliveryRules;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client credentials grant as Shopify documents it. */
class AppTokenTest {

  private final HttpClient client = HttpClient.newHttpClient();
  private ShopifySimulator shopify;
  private Shop shop;
  private Shop other;

  @BeforeEach
  void start() {
    shopify = ShopifySimulator.start(new SimulatorOptions("shopify", 0, 7), DeliveryRules.real());
    shop = shopify.install(ShopOptions.named("demo"));
    other = shopify.install(ShopOptions.named("other"));
  }

  @AfterEach
  void stop() {
    shopify.close();
  }

  @Test
  void anAppOfTheShopsOrganisationGetsATokenForADay() throws Exception {
    JsonObject granted = granted(shop);

    assertThat(granted.getLong("expires_in")).isEqualTo(86_399);
    assertThat(granted.getString("scope")).isEqualTo("read_customers,read_orders,read_products");
    assertThat(query(shop, granted).statusCode()).isEqualTo(200);
    assertThat(query(other, granted).statusCode()).as("another shop's host").isEqualTo(401);
  }

  @Test
  void aTokenEndsAndOneThatWasGrantedBeforeStaysGoodBesideANewOne() throws Exception {
    JsonObject first = granted(shop);
    JsonObject second = granted(shop);
    assertThat(query(shop, first).statusCode()).isEqualTo(200);
    assertThat(query(shop, second).statusCode()).isEqualTo(200);

    shop.app().last(Duration.ZERO);
    assertThat(query(shop, granted(shop)).statusCode()).isEqualTo(401);

    shop.app().revoke();
    assertThat(query(shop, first).statusCode()).isEqualTo(401);
  }

  @Test
  void refusalsHaveOauthsForm() throws Exception {
    assertThat(refusal(shop, "another-app", shop.options().webhookSecret()))
        .isEqualTo("application_cannot_be_found");
    assertThat(refusal(shop, shop.app().clientId(), "wrong")).isEqualTo("invalid_client");
    shop.app().moveToAnotherOrganisation();
    assertThat(refusal(shop, shop.app().clientId(), shop.options().webhookSecret()))
        .isEqualTo("shop_not_permitted");
    other.app().uninstall();
    assertThat(refusal(other, other.app().clientId(), other.options().webhookSecret()))
        .isEqualTo("app_not_installed");
  }

  @Test
  void withoutTheScopeAnAnswerHasNoData() throws Exception {
    shop.app().approve(Set.of("read_products"));

    JsonObject answer = new JsonObject(query(shop, granted(shop)).body());

    assertThat(
            answer
                .getJsonArray("errors")
                .getJsonObject(0)
                .getJsonObject("extensions")
                .getString("code"))
        .isEqualTo("ACCESS_DENIED");
    assertThat(answer.getValue("data")).isNull();
  }

  private JsonObject granted(Shop of) throws IOException, InterruptedException {
    HttpResponse<String> answer = ask(of, of.app().clientId(), of.options().webhookSecret());
    assertThat(answer.statusCode()).isEqualTo(200);
    return new JsonObject(answer.body());
  }

  private String refusal(Shop of, String clientId, String secret)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = ask(of, clientId, secret);
    assertThat(answer.statusCode()).isEqualTo(400);
    return new JsonObject(answer.body()).getString("error");
  }

  private HttpResponse<String> ask(Shop of, String clientId, String secret)
      throws IOException, InterruptedException {
    return post(
        of,
        "/admin/oauth/access_token",
        HttpRequest.newBuilder().header("Content-Type", "application/x-www-form-urlencoded"),
        "grant_type=client_credentials&client_id=%s&client_secret=%s".formatted(clientId, secret));
  }

  private HttpResponse<String> query(Shop of, JsonObject token)
      throws IOException, InterruptedException {
    return post(
        of,
        "/admin/api/2026-10/graphql.json",
        HttpRequest.newBuilder()
            .header("Content-Type", "application/json")
            .header("X-Shopify-Access-Token", token.getString("access_token")),
        new JsonObject().put("query", "{ orders(first: 1) { nodes { id } } }").encode());
  }

  private HttpResponse<String> post(Shop of, String path, HttpRequest.Builder request, String body)
      throws IOException, InterruptedException {
    return client.send(
        request
            .uri(shopify.baseUrl().resolve("/" + of.domain() + path))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
