package io.daybreak.orders.catchup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.orders.Commands;
import io.daybreak.orders.testing.Database;
import io.daybreak.orders.testing.MailServer;
import io.daybreak.orders.testing.OrderJson;
import io.daybreak.orders.testing.ShopifyWire;
import io.daybreak.orders.testing.TestShop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(MailServer.class)
@QuarkusTestResource(ShopifyWire.class)
class CatchUpTest {

  @Inject CommandLine.IFactory factory;

  private TestShop shop;
  private OrderJson missed;
  private OrderJson cancelled;

  /** As the old system left them: orders without a line in the history. */
  @BeforeEach
  void ordersWhoseMailsWereNeverPlanned() {
    shop = TestShop.register();
    shop.owner().post("/api/shops/" + shop.domain() + "/pause").then().statusCode(200);
    missed = fulfilled(OrderJson.placed());
    cancelled = fulfilled(OrderJson.placed().with("cancelled_at", "2026-11-01T00:00:00Z"));
    OrderJson waiting = OrderJson.placed();
    shop.deliverAndWait("orders/create", waiting.json());
    Database.execute(
        "delete from review_mail m using shop s where s.id = m.shop_id and s.domain = ?",
        shop.domain());
    shop.owner().post("/api/shops/" + shop.domain() + "/resume").then().statusCode(200);
  }

  @Test
  void aDryRunListsAndChangesNothing() {
    catchUp("2020-01-01", true)
        .statusCode(200)
        .body("dryRun", equalTo(true))
        .body("looked", equalTo(3))
        .body("planned", equalTo(1))
        .body("notYet", equalTo(1))
        .body("skipped.CANCELLED", equalTo(1))
        .body("mails.orderId", hasItem(Long.toString(missed.id())));

    assertThat(shop.mails(missed.id())).isEmpty();
  }

  @Test
  void whatWasMissedIsSentOnceHoweverOftenItIsRun() {
    catchUp("2020-01-01", false).body("planned", equalTo(1));
    await().untilAsserted(() -> assertThat(shop.mail(missed.id())).isEqualTo("SENT"));

    catchUp("2020-01-01", false).body("planned", equalTo(0));

    assertThat(MailServer.wire().attempts(missed.email())).isEqualTo(1);
    assertThat(shop.mail(cancelled.id())).isEmpty();
  }

  @Test
  void onlyOrdersSinceTheMomentAndOfTheCallersShopsAreLookedAt() {
    catchUp("2100-01-01T00:00:00+09:00", true).body("looked", equalTo(0));
    TestShop.register()
        .owner()
        .post("/api/review-mails/catch-up?since=2020-01-01&shop=" + shop.domain())
        .then()
        .statusCode(404);
  }

  @Test
  void aFailedMailIsPlannedAgainAndACancelledOneStays() {
    catchUp("2020-01-01", false).body("planned", equalTo(1));
    await().untilAsserted(() -> assertThat(shop.mail(missed.id())).isEqualTo("SENT"));
    set("state = 'FAILED', reason = 'REFUSED', sent_at = null");

    catchUp("2020-01-01", true)
        .body("planned", equalTo(1))
        .body("mails[0].before", equalTo("REFUSED"));
    set("state = 'CANCELLED', reason = null");

    catchUp("2020-01-01", true).body("planned", equalTo(0));
  }

  @Test
  void theMomentIsMissingOrMalformed() {
    for (String since : new String[] {"yesterday", "2026-13-01", "2026-11-01T00:00:00"}) {
      catchUp(since, true).statusCode(400).body("type", endsWith("/since-malformed"));
    }
    catchUp("", true).statusCode(400).body("type", endsWith("/parameter-invalid"));
    shop.owner()
        .post("/api/review-mails/catch-up")
        .then()
        .statusCode(400)
        .body("type", endsWith("/since-malformed"));
  }

  @Test
  void onlyTheWordFalsePlansAndOnlyForAShopThatIsKnown() {
    String path = "/api/review-mails/catch-up?since=2020-01-01&shop=" + shop.domain();
    for (String word : new String[] {"1", "0", "yes", "tru", "maybe", "FALSE", ""}) {
      shop.owner().post(path + "&dryRun=" + word).then().statusCode(400);
    }
    shop.owner().post(path + "&dryrun=false").then().statusCode(400);
    shop.owner().post(path + "x&dryRun=false").then().statusCode(404);

    assertThat(shop.mails(missed.id())).isEmpty();
  }

  @Test
  void theCommandOfTheImageDoesTheSame() {
    JsonObject report =
        command("catch-up", "--since", "2020-01-01", "--shop", shop.domain(), "--dry-run");
    assertThat(report.getBoolean("dryRun")).isTrue();
    assertThat(report.getLong("planned")).isEqualTo(1);
    assertThat(shop.mails(missed.id())).isEmpty();

    command("catch-up", "--since", "2020-01-01", "--shop", shop.domain());

    await().untilAsserted(() -> assertThat(shop.mail(missed.id())).isEqualTo("SENT"));
  }

  @Test
  void theCommandSaysWhatIsWrongWithItsOptions() {
    CommandLine command = new CommandLine(Commands.class, factory);
    StringWriter errors = new StringWriter();
    command.setErr(new PrintWriter(errors, true));

    assertThat(command.execute("catch-up", "--since", "soon")).isEqualTo(2);
    assertThat(errors.toString()).contains("--since is a date or a moment with offset");
    assertThat(command.execute("catch-up")).isEqualTo(2);
  }

  private JsonObject command(String... arguments) {
    CommandLine command = new CommandLine(Commands.class, factory);
    StringWriter out = new StringWriter();
    command.setOut(new PrintWriter(out, true));
    assertThat(command.execute(arguments)).isZero();
    return new JsonObject(out.toString());
  }

  private OrderJson fulfilled(OrderJson order) {
    shop.deliverAndWait("orders/fulfilled", order.fulfilledAfter(60).json());
    return order;
  }

  private void set(String columns) {
    Database.execute(
        "update review_mail set " + columns + " where id = ?::uuid", shop.mailId(missed.id()));
  }

  private ValidatableResponse catchUp(String since, boolean dryRun) {
    return shop.owner()
        .queryParam("since", since)
        .queryParam("dryRun", dryRun)
        .post("/api/review-mails/catch-up")
        .then();
  }
}
