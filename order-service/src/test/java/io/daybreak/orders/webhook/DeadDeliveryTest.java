package io.daybreak.orders.webhook;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.contracts.queue.Queue;
import io.daybreak.kit.alert.AlertRule;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.testing.QueueProbe;
import io.daybreak.orders.testing.Database;
import io.daybreak.orders.testing.MailServer;
import io.daybreak.orders.testing.OrderJson;
import io.daybreak.orders.testing.TestShop;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Deliveries, and mails that are due, whose message died on its queue. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(MailServer.class)
class DeadDeliveryTest {

  @Inject @All List<AlertRule> rules;

  @Test
  void withoutAnApiTokenTheRecordedDeliveryIsApplied() {
    TestShop shop = TestShop.register();
    OrderJson order = OrderJson.placed();
    Database.execute("update shop set api_token = null where domain = ?", shop.domain());
    UUID delivery = recordedAndNotApplied(shop, order);

    dies(shop, order, delivery);

    await("the order").atMost(ofSeconds(20)).until(() -> shop.orders(order.id()).size() == 1);
    assertThat(shop.waitingDeliveries()).isZero();
    await().until(() -> outcomes(delivery).size() == 1);
    assertThat(outcomes(delivery).get(0)).startsWith("SYNCED The shop gave no API token");
  }

  @Test
  void whenShopifyDoesNotAnswerTheLetterFailsAndTheDeliveryStaysRecorded() {
    TestShop shop = TestShop.register(); // and nobody is at the Admin API's address
    OrderJson order = OrderJson.placed();
    UUID delivery = recordedAndNotApplied(shop, order);

    dies(shop, order, delivery);

    await("the letter").atMost(ofSeconds(30)).until(() -> outcomes(delivery).size() == 1);
    assertThat(outcomes(delivery).get(0)).startsWith("FAILED ShopifyFailure");
    assertThat(shop.orders(order.id())).isEmpty();
    assertThat(shop.waitingDeliveries()).isEqualTo(1);
  }

  @Test
  void aMailThatWasSentIsNotSentAgain() throws Exception {
    TestShop shop = TestShop.register();
    OrderJson order = OrderJson.placed();
    shop.deliver("orders/fulfilled", order.fulfilledAfter(60).json()).then().statusCode(200);
    await().atMost(ofSeconds(20)).until(() -> shop.mail(order.id()).equals("SENT"));
    UUID mail = UUID.fromString(shop.mailId(order.id()));

    dies(mail);
    await().atMost(ofSeconds(20)).until(() -> outcomes(mail).size() == 1);

    assertThat(outcomes(mail).get(0)).startsWith("SYNCED Nothing to do");
    assertThat(MailServer.mailsTo(order.email())).hasSize(1);
  }

  @Test
  void aMailThatPerhapsWasSentStaysUnclear() throws Exception {
    TestShop shop = TestShop.register();
    OrderJson order = OrderJson.placed();
    shop.deliver("orders/fulfilled", order.fulfilledAfter(60).json()).then().statusCode(200);
    await().atMost(ofSeconds(20)).until(() -> shop.mail(order.id()).equals("SENT"));
    UUID mail = UUID.fromString(shop.mailId(order.id()));
    Database.execute(
        "update review_mail set state = 'SENDING', claimed_by = 'gone', claimed_until = now() -"
            + " interval '1 second' where id = ?",
        mail);

    dies(mail);
    await().atMost(ofSeconds(20)).until(() -> outcomes(mail).size() == 1);

    assertThat(shop.mail(order.id())).isEqualTo("UNCLEAR SENDER_LOST");
    assertThat(MailServer.mailsTo(order.email())).hasSize(1);
    assertThat(alert("mails-unclear").evaluate(Instant.now()).count()).isPositive();
  }

  private AlertRule alert(String name) {
    return rules.stream().filter(rule -> rule.name().equals(name)).findFirst().orElseThrow();
  }

  /** As a consumer that died leaves it. */
  private static UUID recordedAndNotApplied(TestShop shop, OrderJson order) {
    UUID id = UUID.randomUUID();
    Database.execute(
        "insert into webhook_delivery"
            + " (id, shop_id, webhook_id, topic, order_id, body_digest, payload, state)"
            + " select ?, id, ?, 'orders/create', ?, sha256(body), body, 'RECEIVED'"
            + " from shop cross join convert_to(?, 'UTF8') as body where domain = ?",
        id,
        id.toString(),
        order.id(),
        order.json().encode(),
        shop.domain());
    return id;
  }

  private static void dies(TestShop shop, OrderJson order, UUID delivery) {
    try (QueueProbe probe = new QueueProbe()) {
      probe.putDeadLetter(
          Queue.SHOPIFY_EVENTS,
          shop.domain() + "/" + order.id(),
          "OrderDelivered",
          "{\"deliveryId\":\"%s\",\"shop\":\"%s\",\"orderId\":%d,\"topic\":\"orders/create\"}"
              .formatted(delivery, shop.domain(), order.id()));
    }
  }

  private static void dies(UUID mail) {
    try (QueueProbe probe = new QueueProbe()) {
      probe.putDeadLetter(
          Queue.REVIEW_MAILS, "", "ReviewMailDue", "{\"mailId\":\"%s\"}".formatted(mail));
    }
  }

  private static List<String> outcomes(UUID id) {
    return Database.rows(
            "select state || ' ' || outcome as ended from dead_letter"
                + " where body like '%' || ? || '%' and outcome is not null",
            id.toString())
        .stream()
        .map(row -> row.get("ended").toString())
        .toList();
  }
}
