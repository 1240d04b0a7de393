package io.daybreak.acceptance.bench.orders;

import io.daybreak.simulators.shopify.order.Change;
import io.daybreak.simulators.shopify.order.NewOrder;
import io.daybreak.simulators.shopify.order.Notice;
import io.daybreak.simulators.shopify.shop.Shop;
import io.daybreak.simulators.shopify.webhook.Signature;
import io.daybreak.simulators.shopify.webhook.Webhook;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** A webhook, signed and ready to be sent, so that making it costs nothing while time is taken. */
record Shot(MultiMap headers, Buffer body) {

  /** Webhooks about so many different new orders of three lines. */
  static List<Shot> make(Shop shop, int number) {
    return IntStream.range(0, number).mapToObj(i -> make(shop)).toList();
  }

  private static Shot make(Shop shop) {
    Change change = shop.orders().create(NewOrder.by("load@example.com").withLines(3));
    Notice notice = change.notices().get(0);
    Buffer body = notice.payload().toBuffer();
    var webhook =
        new Webhook(
            UUID.randomUUID(), UUID.randomUUID(), shop.domain(), notice.topic(), change.at());
    String secret = shop.options().webhookSecret();
    return new Shot(webhook.headers(Signature.of(body.getBytes(), secret)), body);
  }
}
