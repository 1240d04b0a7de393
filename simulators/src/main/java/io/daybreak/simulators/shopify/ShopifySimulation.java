package io.daybreak.simulators.shopify;

import io.daybreak.simulators.kernel.Answer;
import io.daybreak.simulators.kernel.Call;
import io.daybreak.simulators.kernel.RequestHead;
import io.daybreak.simulators.kernel.Routes;
import io.daybreak.simulators.kernel.Simulation;
import io.daybreak.simulators.shopify.access.TokenEndpoint;
import io.daybreak.simulators.shopify.admin.AdminApi;
import io.daybreak.simulators.shopify.shop.Shop;
import io.daybreak.simulators.shopify.webhook.Webhook;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Shopify answers: the Admin API of the shop whose token is presented, in one version, and
 * tokens for apps. Shopify has a host for each shop; here the shop's domain is the first segment of
 * the path. Calls of the Admin API may leave it out.
 */
final class ShopifySimulation implements Simulation {

  private static final String TOKEN = "X-Shopify-Access-Token";
  private static final String PATH = "/admin/api/" + Webhook.API_VERSION + "/graphql.json";
  private static final String READ_ORDERS = "read_orders";

  private final Shops shops;
  private final ShopifyControl control;
  private final AdminApi admin = new AdminApi();

  ShopifySimulation(Shops shops, ShopifyControl control) {
    this.shops = shops;
    this.control = control;
  }

  @Override
  public Map<String, String> identify(RequestHead head) {
    return shop(head).map(shop -> Map.of("shop", shop.domain())).orElse(Map.of());
  }

  @Override
  public Answer answer(Call call) {
    return new Routes()
        .post(PATH, this::query)
        .post("/{domain}" + PATH, this::queryOf)
        .post("/{domain}/admin/oauth/access_token", this::grant)
        .answer(call)
        .orElseGet(() -> refusal(404));
  }

  private Answer query(Call call) {
    return shop(call.head()).map(shop -> answer(shop, call)).orElseGet(() -> refusal(401));
  }

  /** A token is good for its own shop only. */
  private Answer queryOf(Call call) {
    return shop(call.head())
        .filter(shop -> shop.domain().equals(call.pathParameter("domain")))
        .map(shop -> answer(shop, call))
        .orElseGet(() -> refusal(401));
  }

  private Answer answer(Shop shop, Call call) {
    boolean mayRead =
        shop.app()
            .scopesOf(Objects.requireNonNull(call.header(TOKEN)))
            .map(scopes -> scopes.contains(READ_ORDERS))
            .orElse(true);
    return mayRead ? admin.answer(shop, call.body()) : AdminApi.accessDenied(READ_ORDERS);
  }

  private Answer grant(Call call) {
    return shops
        .named(call.pathParameter("domain"))
        .map(shop -> TokenEndpoint.answer(shop, call))
        .orElseGet(() -> refusal(404));
  }

  private Optional<Shop> shop(RequestHead head) {
    @Nullable String token = head.headers().get(TOKEN);
    return token == null ? Optional.empty() : shops.withToken(token);
  }

  @Override
  public Answer.Whole refusal(int status) {
    String error =
        switch (status) {
          case 401 ->
              "[API] Invalid API key or access token (unrecognized login or wrong password)";
          case 402 -> "Unavailable Shop";
          case 404 -> "Not Found";
          case 429 ->
              "Exceeded 2 calls per second for api client. Reduce request rates to resume"
                  + " uninterrupted service.";
          default -> "Internal Server Error";
        };
    Answer.Whole answer = Answer.json(status, new JsonObject().put("errors", error));
    return status == 429 ? answer.with("Retry-After", "2.0") : answer;
  }

  @Override
  public Routes control() {
    return control.routes();
  }
}
