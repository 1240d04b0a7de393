package io.daybreak.simulators.shopify;

import io.daybreak.simulators.kernel.Answer;
import io.daybreak.simulators.kernel.Call;
import io.daybreak.simulators.kernel.Routes;
import io.daybreak.simulators.shopify.order.Change;
import io.daybreak.simulators.shopify.order.NewOrder;
import io.daybreak.simulators.shopify.shop.AppAccess;
import io.daybreak.simulators.shopify.shop.Shop;
import io.daybreak.simulators.shopify.shop.ShopOptions;
import io.daybreak.simulators.shopify.webhook.Delivery;
import io.daybreak.simulators.shopify.webhook.DeliveryRules;
import io.daybreak.simulators.shopify.webhook.Mischief;
import io.daybreak.simulators.shopify.webhook.Subscription;
import io.daybreak.simulators.shopify.webhook.WebhookSender;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a merchant, a customer or Shopify itself does, for tests and people, over HTTP. */
final class ShopifyControl {

  private final Shops shops;
  private final WebhookSender sender;

  ShopifyControl(Shops shops, WebhookSender sender) {
    this.shops = shops;
    this.sender = sender;
  }

  Routes routes() {
    return new Routes()
        .post("/_sim/shops", this::install)
        .post("/_sim/shops/{domain}/app/{change}", this::app)
        .post("/_sim/shops/{domain}/subscriptions", this::subscribe)
        .get("/_sim/shops/{domain}/subscriptions", this::subscriptions)
        .post("/_sim/shops/{domain}/orders", this::create)
        .post("/_sim/shops/{domain}/orders/{id}/{change}", this::change)
        .post("/_sim/delivery-rules", this::rules)
        .post("/_sim/mischief", this::mischief)
        .get("/_sim/deliveries", this::deliveries)
        .delete("/_sim/deliveries", this::forgetDeliveries);
  }

  /** {@code {"domain":…,"accessToken":…,"webhookSecret":…,"zone":"Asia/Seoul"}}. */
  private Answer install(Call call) {
    JsonObject json = call.body().toJsonObject();
    Shop shop =
        shops.install(
            new ShopOptions(
                json.getString("domain"),
                json.getString("accessToken"),
                json.getString("webhookSecret"),
                ZoneId.of(json.getString("zone", "Asia/Seoul")),
                json.getInteger("pointsPerSecond", 100)));
    return Answer.json(201, new JsonObject().put("id", shop.id()).put("domain", shop.domain()));
  }

  /**
   * {@code change}: approve ({@code {"scopes":["read_orders"]}}), last ({@code {"seconds":60}}),
   * revoke, or move to another organisation.
   */
  private Answer app(Call call) {
    AppAccess app = shop(call).app();
    switch (call.pathParameter("change")) {
      case "approve" ->
          app.approve(
              json(call).getJsonArray("scopes").stream()
                  .map(Object::toString)
                  .collect(Collectors.toSet()));
      case "last" -> app.last(Duration.ofSeconds(json(call).getLong("seconds")));
      case "revoke" -> app.revoke();
      case "move" -> app.moveToAnotherOrganisation();
      default -> throw new IllegalArgumentException("no such change of an app");
    }
    return Answer.noContent();
  }

  /** {@code {"addresses":["http://127.0.0.1:8083/webhooks/shopify"]}}, for all topics. */
  private Answer subscribe(Call call) {
    List<URI> addresses =
        call.body().toJsonObject().getJsonArray("addresses").stream()
            .map(address -> URI.create(address.toString()))
            .toList();
    shop(call).subscribe(addresses);
    return Answer.noContent();
  }

  private Answer subscriptions(Call call) {
    var array = new JsonArray();
    shop(call).subscriptions().all().stream().map(Subscription::toJson).forEach(array::add);
    return Answer.json(200, array);
  }

  private Answer create(Call call) {
    Shop shop = shop(call);
    return order(shop, shop.orders().create(NewOrder.of(json(call))));
  }

  /**
   * {@code change}: pay, fulfil, deliver, refund, settle, cancel, delete or note; {@code {"at":…}}
   * dates it, {@code {"status":"pending"}} says how the payment of a refund stands.
   */
  private Answer change(Call call) {
    Shop shop = shop(call);
    long id = Long.parseLong(call.pathParameter("id"));
    JsonObject json = json(call);
    @Nullable Instant at = json.getInstant("at");
    Change change =
        switch (call.pathParameter("change")) {
          case "pay" -> shop.orders().pay(id, at);
          case "fulfil" -> shop.orders().fulfil(id, at);
          case "deliver" -> shop.orders().deliver(id, at);
          case "refund" -> shop.orders().refund(id, json.getString("status", "success"), at);
          case "settle" -> shop.orders().settleRefunds(id, json.getString("status"), at);
          case "delete" -> shop.orders().delete(id);
          case "cancel" -> shop.orders().cancel(id, json.getString("reason", "customer"), at);
          case "note" -> shop.orders().note(id, json.getString("text", "-"), at);
          default -> throw new IllegalArgumentException("no such change of an order");
        };
    return order(shop, change);
  }

  private static Answer order(Shop shop, Change change) {
    shop.tell(change);
    return Answer.json(
        200,
        new JsonObject()
            .put("id", change.order().id())
            .put("name", change.order().name())
            .put("updatedAt", change.order().updatedAt().toString())
            .put("topics", change.notices().stream().map(notice -> notice.topic()).toList()));
  }

  private Answer rules(Call call) {
    sender.rules(DeliveryRules.of(json(call)));
    return Answer.noContent();
  }

  private Answer mischief(Call call) {
    sender.mischief(Mischief.of(json(call)));
    return Answer.noContent();
  }

  private Answer deliveries(Call call) {
    var array = new JsonArray();
    sender.deliveries().all().stream().map(Delivery::toJson).forEach(array::add);
    return Answer.json(
        200,
        new JsonObject().put("underWay", sender.deliveries().underWay()).put("deliveries", array));
  }

  private Answer forgetDeliveries(Call call) {
    sender.deliveries().clear();
    return Answer.noContent();
  }

  private static JsonObject json(Call call) {
    return call.body().length() == 0 ? new JsonObject() : call.body().toJsonObject();
  }

  private Shop shop(Call call) {
    String domain = call.pathParameter("domain");
    return shops
        .named(domain)
        .orElseThrow(() -> new IllegalArgumentException("no such shop: " + domain));
  }
}
