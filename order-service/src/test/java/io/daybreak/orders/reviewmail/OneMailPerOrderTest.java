package io.daybreak.orders.reviewmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.orders.testing.MailServer;
import io.daybreak.orders.testing.OrderJson;
import io.daybreak.orders.testing.ShopifyWire;
import io.daybreak.orders.testing.TestShop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(MailServer.class)
@QuarkusTestResource(ShopifyWire.class)
class OneMailPerOrderTest {

  @Test
  void anOrderBecomesExactlyOneMail() throws Exception {
    JsonObject settings = TestShop.settings();
    settings.getJsonObject("sender").put("replyTo", "help@example.com");
    TestShop shop = TestShop.register(settings);
    OrderJson order = OrderJson.placed();

    shop.deliver("orders/create", order.json()).then().statusCode(200);
    shop.deliver("orders/fulfilled", order.fulfilledAfter(60).json()).then().statusCode(200);

    await("the mail is sent")
        .untilAsserted(() -> assertThat(shop.mail(order.id())).isEqualTo("SENT"));
    assertThat(MailServer.mailsTo(order.email())).hasSize(1);
    var mail = MailServer.mailsTo(order.email()).get(0);
    assertThat(mail.getSubject()).isEqualTo("How was your order from Tea House?");
    assertThat(mail.getMessageID())
        .isEqualTo("<" + shop.mailId(order.id()) + ".review@example.com>");
    assertThat(mail.getFrom())
        .extracting(Object::toString)
        .containsExactly("Tea House <tea@example.com>");
    assertThat(mail.getReplyTo()).extracting(Object::toString).containsExactly("help@example.com");
    assertThat(mail.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
  }
}
