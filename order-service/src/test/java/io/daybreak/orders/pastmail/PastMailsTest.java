package io.daybreak.orders.pastmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.orders.testing.Database;
import io.daybreak.orders.testing.MailServer;
import io.daybreak.orders.testing.OrderJson;
import io.daybreak.orders.testing.ShopifyWire;
import io.daybreak.orders.testing.TestShop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file of past orders stores them; their mails take a plan and a confirmation. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(MailServer.class)
@QuarkusTestResource(ShopifyWire.class)
class PastMailsTest {

  private TestShop shop;
  private long first;

  @BeforeEach
  void fourPastOrdersFromAFile() {
    shop = TestShop.register();
    first = OrderJson.placed().id() + 1_000_000;
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      String day = Instant.now().minus(10 + i, ChronoUnit.DAYS).toString();
      rows.append(
          "%d,#%d,c%d@example.com,paid,fulfilled,%s,%s,,no,Tea,1,\n"
              .formatted(first + i, i, first + i, day, day));
    }
    rows.append(
        "%d,#9,old@example.com,paid,fulfilled,2020-01-02,2020-01-01,,no,Tea,1,\n"
            .formatted(first + 9));
    shop.upload(rows.toString()).then().statusCode(200).body("ordersNew", equalTo(5));
  }

  @Test
  void theFileSendsNothingAndSaysSoInTheHistory() {
    assertThat(shop.mail(first)).isEqualTo("SKIPPED PAST_ORDER");
    assertThat(shop.mail(first + 9)).isEqualTo("SKIPPED TOO_OLD");
    shop.owner()
        .post("/api/review-mails/catch-up?since=2020-01-01&dryRun=false&shop=" + shop.domain())
        .then()
        .statusCode(200)
        .body("planned", equalTo(0));
  }

  @Test
  void aPlanShowsCountsAndDatesAndOnlyItsConfirmationPlans() {
    String plan =
        plan(3)
            .statusCode(200)
            .body("orders", equalTo(4))
            .body("mails", equalTo(4))
            .body("perDay", equalTo(3))
            .body("first", notNullValue())
            .extract()
            .path("plan");
    assertThat(shop.mail(first)).isEqualTo("SKIPPED PAST_ORDER");

    confirm(plan).statusCode(200).body("mails", equalTo(4)).body("plan", nullValue());

    assertThat(
            Database.count(
                "select count(distinct m.due_at) from review_mail m join shop s on s.id = m.shop_id"
                    + " where s.domain = ? and m.state = 'SCHEDULED'",
                shop.domain()))
        .as("three on the first day, one on the second")
        .isEqualTo(2);
    confirm(plan).statusCode(409).body("type", endsWith("/past-mails-plan-changed"));
  }

  @Test
  void aPlanThatDoesNotHoldAnyMoreIsNotCarriedOut() {
    String plan = plan(100).extract().path("plan");
    shop.owner()
        .body("{\"address\":\"c%d@example.com\"}".formatted(first))
        .post("/api/shops/" + shop.domain() + "/suppressions")
        .then()
        .statusCode(200);

    confirm(plan).statusCode(409).body("shown", equalTo(4)).body("now", equalTo(3));
    assertThat(shop.mail(first + 1)).isEqualTo("SKIPPED PAST_ORDER");
    confirm("forged").statusCode(409);
  }

  @Test
  void aPlanWithoutANumberOrWithAMomentWithoutAnOffsetIsRefused() {
    for (String wish :
        new String[] {
          "{}",
          "{\"perDay\":0}",
          "{\"perDay\":1.5}",
          "{\"perDay\":5,\"from\":\"2026-11-01\"}",
          "{\"perDay\":5,\"dryRun\":false}"
        }) {
      shop.owner()
          .body(wish)
          .post("/api/shops/" + shop.domain() + "/past-mails/plan")
          .then()
          .statusCode(400);
    }
  }

  private ValidatableResponse plan(int perDay) {
    return shop.owner()
        .body(new JsonObject().put("perDay", perDay).encode())
        .post("/api/shops/" + shop.domain() + "/past-mails/plan")
        .then();
  }

  private ValidatableResponse confirm(String plan) {
    return shop.owner()
        .body(new JsonObject().put("plan", plan).encode())
        .post("/api/shops/" + shop.domain() + "/past-mails")
        .then();
  }
}
