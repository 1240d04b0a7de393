package io.daybreak.orders.unsubscribe;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.orders.testing.Database;
import io.daybreak.orders.testing.MailServer;
import io.daybreak.orders.testing.OrderJson;
import io.daybreak.orders.testing.ShopifyWire;
import io.daybreak.orders.testing.TestShop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.mail.MessagingException;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(MailServer.class)
@QuarkusTestResource(ShopifyWire.class)
class UnsubscribeTest {

  private TestShop shop;
  private OrderJson sent;
  private String link;

  @BeforeEach
  void aCustomerHasAMail() throws MessagingException {
    shop = TestShop.register();
    sent = fulfilled();
    awaitMail(sent, "SENT");
    String header = MailServer.mailsTo(sent.email()).get(0).getHeader("List-Unsubscribe", "");
    assertThat(header).startsWith("<http").endsWith(">");
    URI uri = URI.create(header.substring(1, header.length() - 1));
    link = uri.getRawPath() + "?" + uri.getRawQuery();
  }

  @Test
  void readingThePageChangesNothingAndOneClickUnsubscribes() {
    given()
        .urlEncodingEnabled(false)
        .get(link)
        .then()
        .statusCode(200)
        .contentType(ContentType.HTML)
        .body(containsString("Tea House"));
    assertThat(unsubscribed()).isZero();

    oneClick();
    oneClick();

    assertThat(unsubscribed()).isEqualTo(1);
  }

  @Test
  void whoeverUnsubscribedGetsNothingInWhateverStateTheMailIs() {
    Database.execute("update shop set delay_days = 3 where domain = ?", shop.domain());
    OrderJson scheduled = fulfilled();
    OrderJson failed = fulfilled();
    OrderJson cancelled = fulfilled();
    OrderJson unclear = fulfilled();
    set(failed, "state = 'FAILED', reason = 'REFUSED'");
    set(cancelled, "state = 'CANCELLED'");
    set(unclear, "state = 'UNCLEAR', reason = 'BROKEN_OFF', claimed_at = now()");

    oneClick();

    assertThat(shop.mail(scheduled.id())).isEqualTo("SKIPPED UNSUBSCRIBED");
    for (OrderJson order : new OrderJson[] {scheduled, failed, cancelled, unclear}) {
      shop.owner()
          .post("/api/review-mails/" + shop.mailId(order.id()) + "/send-now?confirm=true")
          .then()
          .statusCode(202);
      awaitMail(order, "SKIPPED UNSUBSCRIBED");
    }
    assertThat(shop.mail(sent.id())).isEqualTo("SENT");
    assertThat(shop.mail(fulfilled().id())).as("a later order").isEqualTo("SKIPPED UNSUBSCRIBED");
    assertThat(MailServer.mailsTo(sent.email())).hasSize(1);
  }

  @Test
  void whoeverUnsubscribesWhileAMailIsDueDoesNotGetIt() {
    shop.owner().post("/api/shops/" + shop.domain() + "/pause").then().statusCode(200);
    OrderJson due = fulfilled();
    set(due, "state = 'DUE'");

    oneClick();

    assertThat(shop.mail(due.id())).isEqualTo("SKIPPED UNSUBSCRIBED");
  }

  @Test
  void otherShopsAreNotConcerned() {
    oneClick();

    TestShop other = TestShop.register();
    OrderJson order = OrderJson.placed().email(sent.email()).fulfilledAfter(60);
    other.deliverAndWait("orders/fulfilled", order.json());

    await().untilAsserted(() -> assertThat(other.mail(order.id())).isEqualTo("SENT"));
  }

  @Test
  void aLinkThatNobodyHereMadeIsAProblem() {
    String forged = link.substring(0, link.length() - 4) + "AAAA";
    for (String path : new String[] {forged, "/unsubscribe", "/unsubscribe?token=x"}) {
      given()
          .urlEncodingEnabled(false)
          .accept(ContentType.JSON)
          .post(path)
          .then()
          .statusCode(400)
          .body("type", endsWith("/unsubscribe-link-invalid"));
      given()
          .urlEncodingEnabled(false)
          .accept(ContentType.HTML)
          .get(path)
          .then()
          .statusCode(400)
          .contentType(ContentType.HTML);
    }
    assertThat(unsubscribed()).isZero();
  }

  private OrderJson fulfilled() {
    OrderJson order = OrderJson.placed().fulfilledAfter(60);
    if (sent != null) {
      order.email(sent.email());
    }
    shop.deliverAndWait("orders/fulfilled", order.json());
    return order;
  }

  private void oneClick() {
    given()
        .urlEncodingEnabled(false)
        .contentType("application/x-www-form-urlencoded")
        .body("List-Unsubscribe=One-Click")
        .post(link)
        .then()
        .statusCode(200);
  }

  private void awaitMail(OrderJson order, String expected) {
    await().untilAsserted(() -> assertThat(shop.mail(order.id())).isEqualTo(expected));
  }

  private void set(OrderJson order, String columns) {
    Database.execute(
        "update review_mail set " + columns + " where id = ?::uuid", shop.mailId(order.id()));
  }

  private long unsubscribed() {
    return Database.count(
        "select count(*) from unsubscribed_address u join shop s on s.id = u.shop_id"
            + " where s.domain = ?",
        shop.domain());
  }
}
