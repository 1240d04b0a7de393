package io.daybreak.simulators.shopify.shop;

import io.daybreak.simulators.shopify.order.Change;
import io.daybreak.simulators.shopify.order.NewOrder;
import io.daybreak.simulators.shopify.order.Notice;
import io.daybreak.simulators.shopify.order.Order;
import io.daybreak.simulators.shopify.order.OrderBook;
import io.daybreak.simulators.shopify.webhook.Subscriptions;
import io.daybreak.simulators.shopify.webhook.Webhook;
import io.daybreak.simulators.shopify.webhook.WebhookSender;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A shop. What happens to its orders here is told to its subscribers. */
public final class Shop {

  private final long id;
  private final ShopOptions options;
  private final OrderBook orders;
  private final Subscriptions subscriptions = new Subscriptions();
  private final WebhookSender sender;
  private final Clock clock;
  private final Random ids;
  private final AppAccess app;
  private volatile String webhookSecret;

  public Shop(long id, ShopOptions options, WebhookSender sender, Clock clock, long seed) {
    this.id = id;
    this.options = options;
    this.sender = sender;
    this.clock = clock;
    this.ids = new Random(seed);
    this.orders = new OrderBook(options.domain(), options.zone(), clock, seed);
    this.webhookSecret = options.webhookSecret();
    this.app = new AppAccess(options.clientId(), clock);
  }

  public long id() {
    return id;
  }

  public String domain() {
    return options.domain();
  }

  public ShopOptions options() {
    return options;
  }

  /** The app that the shop's own organisation has made, and its tokens. */
  public AppAccess app() {
    return app;
  }

  /** Whether this is the secret of the app: deliveries are signed with the same. */
  public boolean signsWith(String secret) {
    return webhookSecret.equals(secret);
  }

  /** The orders, for changes that nobody is told of yet. */
  public OrderBook orders() {
    return orders;
  }

  public Subscriptions subscriptions() {
    return subscriptions;
  }

  /** Tells these addresses of everything; several stand for the instances of one service. */
  public void subscribe(List<URI> addresses) {
    subscriptions.subscribe(Subscriptions.ORDER_TOPICS, addresses);
  }

  /** Deliveries are signed with this from now on. */
  public void rotateSecret(String newSecret) {
    webhookSecret = newSecret;
  }

  public Order create(NewOrder wanted) {
    return tell(orders.create(wanted));
  }

  public Order pay(long orderId, @Nullable Instant at) {
    return tell(orders.pay(orderId, at));
  }

  public Order fulfil(long orderId, @Nullable Instant at) {
    return tell(orders.fulfil(orderId, at));
  }

  public Order deliver(long orderId, @Nullable Instant at) {
    return tell(orders.deliver(orderId, at));
  }

  public Order refund(long orderId, @Nullable Instant at) {
    return tell(orders.refund(orderId, at));
  }

  public Order cancel(long orderId, String reason, @Nullable Instant at) {
    return tell(orders.cancel(orderId, reason, at));
  }

  /** The merchant takes the app out. */
  public void uninstall() {
    app.uninstall();
    tell(
        new Notice(
            "app/uninstalled",
            new JsonObject()
                .put("id", id)
                .put("name", domain().replace(".myshopify.com", ""))
                .put("domain", domain())
                .put("myshopify_domain", domain())
                .put("iana_timezone", options.zone().getId())));
  }

  /** A customer wants to know what is kept ({@code customers/data_request}). */
  public void requestData(long customerId, String email, List<Long> orderIds) {
    tell(
        new Notice(
            "customers/data_request",
            self()
                .put("orders_requested", new JsonArray(orderIds))
                .put("customer", customer(customerId, email))
                .put("data_request", new JsonObject().put("id", 9_999))));
  }

  /** A customer wants to be forgotten ({@code customers/redact}). */
  public void redactCustomer(long customerId, String email, List<Long> orderIds) {
    tell(
        new Notice(
            "customers/redact",
            self()
                .put("customer", customer(customerId, email))
                .put("orders_to_redact", new JsonArray(orderIds))));
  }

  /** 48 hours after the app was taken out ({@code shop/redact}). */
  public void redact() {
    tell(new Notice("shop/redact", self()));
  }

  /** Sends what a change has to tell: one event id, a webhook id for each topic. */
  public Order tell(Change change) {
    tell(change.at(), change.notices());
    return change.order();
  }

  /** Sends a notice by itself, whatever it says. */
  public void tell(Notice notice) {
    tell(clock.instant(), List.of(notice));
  }

  private void tell(Instant triggeredAt, List<Notice> notices) {
    UUID eventId = newId();
    for (Notice notice : notices) {
      sender.send(
          new Webhook(newId(), eventId, domain(), notice.topic(), triggeredAt),
          notice.payload().toBuffer(),
          webhookSecret,
          subscriptions);
    }
  }

  private JsonObject self() {
    return new JsonObject().put("shop_id", id).put("shop_domain", domain());
  }

  private static JsonObject customer(long customerId, String email) {
    return new JsonObject().put("id", customerId).put("email", email).putNull("phone");
  }

  private synchronized UUID newId() {
    return new UUID(ids.nextLong(), ids.nextLong());
  }
}
