package io.daybreak.orders.reviewmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.orders.testing.Database;
import io.daybreak.orders.testing.MailServer;
import io.daybreak.orders.testing.OrderJson;
import io.daybreak.orders.testing.ShopifyWire;
import io.daybreak.orders.testing.TestShop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(MailServer.class)
@QuarkusTestResource(ShopifyWire.class)
class ReminderTest {

  private TestShop shop;
  private OrderJson order;

  @BeforeEach
  void aRequestWasSentByAShopThatReminds() {
    shop = TestShop.register(TestShop.settings().put("reminderDays", 5));
    order = OrderJson.placed().fulfilledAfter(60);
    shop.deliverAndWait("orders/fulfilled", order.json());
    await().untilAsserted(() -> assertThat(shop.mail(order.id())).isEqualTo("SENT"));
  }

  @Test
  void theReminderComesDaysAfterTheRequestAndOnlyOnce() throws Exception {
    Instant requested = ((Timestamp) shop.mails(order.id()).get(0).get("sent_at")).toInstant();
    Instant due = ((Timestamp) shop.mails(order.id()).get(1).get("due_at")).toInstant();
    assertThat(Duration.between(requested, due)).isEqualTo(Duration.ofDays(5));
    assertThat(reminder()).isEqualTo("SCHEDULED");

    shop.makeDue(order.id());

    await().untilAsserted(() -> assertThat(reminder()).isEqualTo("SENT"));
    assertThat(shop.mails(order.id())).hasSize(2);
    assertThat(MailServer.mailsTo(order.email()))
        .extracting(mail -> mail.getSubject())
        .containsExactly(
            "How was your order from Tea House?", "Still time to review your order from Tea House");
    assertThat(MailServer.mailsTo(order.email()).get(0).getMessageID())
        .isNotEqualTo(MailServer.mailsTo(order.email()).get(1).getMessageID());
  }

  @Test
  void aRefundAfterTheRequestSkipsTheReminder() {
    shop.deliverAndWait("refunds/create", order.refund("398.00", 100));

    assertThat(reminder()).isEqualTo("SKIPPED REFUNDED");
    assertThat(shop.mail(order.id())).isEqualTo("SENT");
  }

  @Test
  void theGuardsAreAskedAgainBeforeTheReminder() {
    Database.execute("update shop set mails_per_30_days = 1 where domain = ?", shop.domain());

    shop.makeDue(order.id());

    await().untilAsserted(() -> assertThat(reminder()).isEqualTo("SKIPPED TOO_MANY_MAILS"));
  }

  private String reminder() {
    var reminder = shop.mails(order.id()).get(1);
    assertThat(reminder).containsEntry("kind", "REMINDER");
    return reminder.get("state")
        + (reminder.get("reason") == null ? "" : " " + reminder.get("reason"));
  }
}
