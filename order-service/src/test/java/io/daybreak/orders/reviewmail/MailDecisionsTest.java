package io.daybreak.orders.reviewmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.orders.testing.Database;
import io.daybreak.orders.testing.MailServer;
import io.daybreak.orders.testing.OrderJson;
import io.daybreak.orders.testing.ShopifyWire;
import io.daybreak.orders.testing.SmtpWire.Fate;
import io.daybreak.orders.testing.TestShop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people can do about a mail from the history, and what nobody can. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(MailServer.class)
@QuarkusTestResource(ShopifyWire.class)
class MailDecisionsTest {

  private TestShop shop;
  private OrderJson order;

  @BeforeEach
  void aPlannedMail() {
    shop = TestShop.register(TestShop.settings().put("delayDays", 3));
    order = OrderJson.placed().fulfilledAfter(60);
    shop.deliverAndWait("orders/fulfilled", order.json());
  }

  @Test
  void theHistoryIsSearchedByNamesAddressAndId() {
    for (Object text : new Object[] {order.id(), order.email().toUpperCase(), " " + order.id()}) {
      found(text).body("total", equalTo(1)).body("items[0].email", equalTo(order.email()));
    }
    found("nobody@example.com").body("total", equalTo(0));
    found("").body("total", equalTo(1));
    found("x".repeat(201)).statusCode(400);
  }

  private ValidatableResponse found(Object text) {
    return shop.owner().queryParam("q", text).get("/api/review-mails").then();
  }

  @Test
  void sendNowSendsOnceHoweverManyPress() {
    Stream<CompletableFuture<Integer>> presses =
        IntStream.range(0, 5)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> sendNow("").extract().statusCode()));

    assertThat(presses.toList().stream().map(CompletableFuture::join)).containsOnly(202, 409);

    awaitMail("SENT");
    assertThat(MailServer.wire().attempts(order.email())).isEqualTo(1);
  }

  @Test
  void aMailThatWasSentAnswersWhenAndIsNotSentAgain() {
    sendNow("").statusCode(202);
    awaitMail("SENT");

    for (String query : new String[] {"", "?confirm=true"}) {
      sendNow(query)
          .statusCode(409)
          .body("type", endsWith("/review-mail-sent"))
          .body("sentAt", notNullValue());
    }
    post("cancel").statusCode(409);
    assertThat(MailServer.wire().attempts(order.email())).isEqualTo(1);
  }

  @Test
  void anUnclearMailIsSentAgainOnlyWhenAPersonConfirms() {
    makeUnclear();

    sendNow("").statusCode(409).body("type", endsWith("/review-mail-unclear"));
    MailServer.wire().fate(order.email(), Fate.ARRIVE);
    sendNow("?confirm=true").statusCode(202).body("perhapsSent", equalTo(true));

    awaitMail("SENT");
    assertThat(MailServer.wire().attempts(order.email())).isEqualTo(2);
  }

  @Test
  void cancellingAnUnclearMailDoesNotMakeItForgetThatItWasPerhapsSent() {
    makeUnclear();

    post("cancel").statusCode(200).body("state", equalTo("CANCELLED"));

    sendNow("").statusCode(409).body("type", endsWith("/review-mail-unclear"));
  }

  @Test
  void catchUpNeverSendsAgainWhatWasUnclearOnce() {
    makeUnclear();
    MailServer.wire().fate(order.email(), Fate.REFUSE_RECIPIENT);
    sendNow("?confirm=true").statusCode(202);
    awaitMail("FAILED REFUSED");

    shop.owner()
        .queryParam("since", "2020-01-01")
        .queryParam("dryRun", false)
        .post("/api/review-mails/catch-up")
        .then()
        .statusCode(200)
        .body("planned", equalTo(0))
        .body("unclear", equalTo(1));

    assertThat(shop.mail(order.id())).isEqualTo("FAILED REFUSED");
  }

  @Test
  void aFailedMailCanBeSentByAPerson() {
    MailServer.wire().fate(order.email(), Fate.REFUSE_DATA);
    sendNow("").statusCode(202);
    awaitMail("FAILED REFUSED");

    MailServer.wire().fate(order.email(), Fate.ARRIVE);
    sendNow("").statusCode(202);

    awaitMail("SENT");
  }

  @Test
  void aCancelledMailStaysCancelledWhateverHappensToTheOrder() {
    post("cancel").statusCode(200).body("state", equalTo("CANCELLED"));

    shop.makeDue(order.id());
    shop.deliverAndWait("fulfillments/create", order.fulfilment(order.id() + 3, 600));

    assertThat(shop.mail(order.id())).isEqualTo("CANCELLED");
    assertThat(shop.owner().get("/api/review-mails/" + id()).path("state").toString())
        .isEqualTo("CANCELLED");
  }

  @Test
  void aSenderThatWasLostLeavesTheMailUnclearAndNobodySendsIt() {
    Database.execute(
        "update review_mail set state = 'SENDING', claimed_by = 'gone', claimed_at = now(),"
            + " claimed_until = now() - interval '1 second' where id = ?::uuid",
        id());

    awaitMail("UNCLEAR SENDER_LOST");
    assertThat(MailServer.wire().attempts(order.email())).isZero();
  }

  @Test
  void theHistoryIsFilteredAndShowsNobodyElsesMails() {
    TestShop other = TestShop.register();

    shop.owner()
        .queryParam("state", "SCHEDULED")
        .queryParam("order", order.id())
        .get("/api/review-mails")
        .then()
        .statusCode(200)
        .body("total", equalTo(1))
        .body("items[0].orderId", equalTo(Long.toString(order.id())))
        .body("items[0].orderName", notNullValue());
    shop.owner()
        .queryParam("state", "SENT")
        .get("/api/review-mails")
        .then()
        .body("total", equalTo(0));
    other.owner().get("/api/review-mails/" + id()).then().statusCode(404);
    other.owner().post("/api/review-mails/" + id() + "/send-now").then().statusCode(404);
    other.owner().get("/api/review-mails").then().body("total", equalTo(0));
  }

  private void makeUnclear() {
    MailServer.wire().fate(order.email(), Fate.RESET_AFTER_DATA);
    shop.makeDue(order.id());
    awaitMail("UNCLEAR BROKEN_OFF");
  }

  private void awaitMail(String expected) {
    await().untilAsserted(() -> assertThat(shop.mail(order.id())).isEqualTo(expected));
  }

  private ValidatableResponse sendNow(String query) {
    return post("send-now" + query);
  }

  private ValidatableResponse post(String what) {
    return shop.owner().post("/api/review-mails/" + id() + "/" + what).then();
  }

  private String id() {
    return shop.mailId(order.id());
  }
}
