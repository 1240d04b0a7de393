package io.daybreak.orders.webhook;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes a delivery: proves it genuine, reads it, records it. */
@ApplicationScoped
class WebhookReceiver {

  /**
   * What the headers say. None of it is signed: it routes, and nothing more.
   *
   * @param shop the domain whose secret has to have signed the body
   */
  record Routing(
      @Nullable String shop,
      @Nullable String topic,
      @Nullable String signature,
      @Nullable String webhookId,
      @Nullable String eventId) {}

  private final SigningShops shops;
  private final DeliveryBody bodies;
  private final DeliveryLog log;

  WebhookReceiver(SigningShops shops, DeliveryBody bodies, DeliveryLog log) {
    this.shops = shops;
    this.bodies = bodies;
    this.log = log;
  }

  /** Ids of Shopify's have some 36 characters; what is far longer fits into no index. */
  private static final int LONGEST_HEADER = 255;

  Uni<DeliveryLog.Outcome> receive(Routing routing, byte[] body) {
    if (Stream.of(routing.topic(), routing.webhookId(), routing.eventId())
        .anyMatch(header -> header != null && header.length() > LONGEST_HEADER)) {
      throw WebhookProblems.headers();
    }
    return genuineShop(routing, body).map(shop -> delivery(shop, routing, body)).chain(log::record);
  }

  /** Tries the remembered secrets, then, should they not do, the newest ones. */
  private Uni<SigningShop> genuineShop(Routing routing, byte[] body) {
    String domain = routing.shop() == null ? "" : routing.shop();
    return shops
        .find(domain)
        .chain(
            found ->
                found.filter(shop -> shop.installed() && signed(shop, routing, body)).isPresent()
                    ? Uni.createFrom().item(found)
                    : shops.findNewest(domain))
        .map(found -> check(found, routing, body));
  }

  private static SigningShop check(Optional<SigningShop> found, Routing routing, byte[] body) {
    SigningShop shop = found.orElseThrow(WebhookProblems::shopUnknown);
    if (!signed(shop, routing, body)) {
      throw WebhookProblems.signature();
    }
    return shop;
  }

  private static boolean signed(SigningShop shop, Routing routing, byte[] body) {
    return WebhookSignature.isGenuine(body, routing.signature(), shop.secrets());
  }

  private Delivery delivery(SigningShop shop, Routing routing, byte[] body) {
    String topicName = routing.topic() == null ? "" : routing.topic();
    Topic topic = Topic.byName(topicName).orElse(null);
    Long orderId = null;
    if (topic == null) {
      bodies.object(body);
    } else {
      checkInstalled(shop, topic);
      orderId = bodies.orderId(topic, shop.domain(), body);
    }
    return new Delivery(
        shop.id(),
        shop.domain(),
        webhookId(routing, topicName, body),
        routing.eventId(),
        topicName,
        topic,
        orderId,
        body);
  }

  /** Compliance requests, and a repeated farewell, come after the shop removed the app. */
  private static void checkInstalled(SigningShop shop, Topic topic) {
    if (!shop.installed() && topic.subject().belongsToAnOrder()) {
      throw WebhookProblems.shopNotInstalled();
    }
  }

  /** Without an id, equal bodies of one topic count as the same delivery. */
  private static String webhookId(Routing routing, String topic, byte[] body) {
    return routing.webhookId() == null
        ? HexFormat.of().formatHex(WebhookSignature.sign(body, topic + "?"))
        : routing.webhookId();
  }
}
