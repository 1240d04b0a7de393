package io.daybreak.orders.shop;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.orders.testing.Database;
import io.daybreak.orders.testing.MailServer;
import io.daybreak.orders.testing.ShopifyWire;
import io.daybreak.orders.testing.TestShop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(MailServer.class)
@QuarkusTestResource(ShopifyWire.class)
class ShopTest {

  private TestShop shop;

  @BeforeEach
  void register() {
    shop = TestShop.register();
  }

  @Test
  void aShopKeepsItsSettingsAndNeverGivesItsSecretsAway() {
    String answer =
        shop.owner()
            .get(path())
            .then()
            .statusCode(200)
            .body("settings.language", equalTo("EN"))
            .body("settings.timeZone", equalTo("Asia/Seoul"))
            .body("accessCode", matchesPattern("[a-z2-7]{26}"))
            .body("apiTokenSet", equalTo(true))
            .extract()
            .asString();

    assertThat(answer).doesNotContain(TestShop.SECRET).doesNotContain("token-of-");
    Map<String, Object> row =
        Database.rows("select * from shop where domain = ?", shop.domain()).get(0);
    assertThat(row.get("webhook_secret").toString()).doesNotContain(TestShop.SECRET);
    assertThat(row.get("api_token").toString()).doesNotContain("token-of-");
  }

  @Test
  void shopsAreFoundByDomainOrSender() {
    for (String text : List.of(shop.domain().substring(5, 15), "tea house")) {
      found(text).body("items.domain", equalTo(List.of(shop.domain())));
    }
    found("").body("total", equalTo(1));
    found("nothing of that name").body("total", equalTo(0));
  }

  private ValidatableResponse found(String text) {
    return shop.owner().queryParam("q", text).get("/api/shops").then().statusCode(200);
  }

  @Test
  void ofTwoWhoChangeTheSameVersionOneIsToldAndNothingIsLost() {
    JsonObject settings = TestShop.settings().put("delayDays", 5).put("sendTime", "10:30:00");

    List<Integer> answers =
        IntStream.range(0, 2)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> change(0, settings).statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).containsExactlyInAnyOrder(200, 409);
    change(0, settings).then().statusCode(409).body("type", endsWith("/changed-meanwhile"));
    shop.owner()
        .get(path())
        .then()
        .body("settings.delayDays", equalTo(5))
        .body("settings.sendTime", equalTo("10:30:00"));
  }

  @Test
  void settingsThatCannotWorkAreRefusedWithTheFieldAndNoValue() {
    JsonObject longDelay = TestShop.settings().put("delayDays", 91);
    JsonObject tooOldOnItsDate = TestShop.settings().put("delayDays", 60);
    JsonObject script = TestShop.settings().put("reviewLink", "javascript:alert(1)");
    JsonObject neverReminded = TestShop.settings().put("reminderDays", 3);
    neverReminded.getJsonObject("caps").put("daysBetween", 7);
    JsonObject forger = TestShop.settings();
    forger.getJsonObject("sender").put("name", "Tea\r\nBcc: all@example.com");

    for (JsonObject settings : List.of(longDelay, tooOldOnItsDate, script, neverReminded, forger)) {
      Response answer = change(0, settings);
      assertThat(answer.statusCode()).as(settings.encode()).isEqualTo(400);
      assertThat(answer.asString()).doesNotContain("alert").doesNotContain("Bcc");
    }
  }

  @Test
  void aDomainIsRegisteredOnceAndOnlyOneOfShopify() {
    JsonObject request =
        new JsonObject()
            .put("domain", shop.domain())
            .put("webhookSecret", "x")
            .put("settings", TestShop.settings());

    shop.owner().body(request.encode()).post("/api/shops").then().statusCode(409);
    TestShop.as("another")
        .body(request.encode())
        .post("/api/shops")
        .then()
        .statusCode(409)
        .body("type", endsWith("/shop-exists"));
    shop.owner()
        .body(request.put("domain", "shop.example.com").encode())
        .post("/api/shops")
        .then()
        .statusCode(400);
  }

  @Test
  void nobodySeesTheShopsOfOthersExceptOperators() {
    TestShop other = TestShop.register();

    other.owner().get(path()).then().statusCode(404).body("type", endsWith("/shop-not-found"));
    other.owner().post(path() + "/pause").then().statusCode(404);
    other.owner().get("/api/shops").then().body("total", equalTo(1));
    TestShop.as("boss", "operator").get(path()).then().statusCode(200);
    TestShop.as("somebody", "marketer").get(path()).then().statusCode(403);
    given().contentType(ContentType.JSON).get(path()).then().statusCode(401);
  }

  @Test
  void aShopThatComesBackHasNewSecretsAndItsOldSettingsAreReplaced() {
    shop.deliverAndWait(
        "app/uninstalled", new JsonObject().put("id", 1).put("myshopify_domain", shop.domain()));

    shop.owner()
        .body(
            new JsonObject()
                .put("domain", shop.domain())
                .put("webhookSecret", "a-new-secret")
                .put("settings", TestShop.settings().put("language", "KO"))
                .encode())
        .post("/api/shops")
        .then()
        .statusCode(201)
        .body("uninstalledAt", equalTo(null))
        .body("settings.language", equalTo("KO"))
        .body("apiTokenSet", equalTo(false));
  }

  @Test
  void aRenewedAccessCodeReplacesTheOldOne() {
    shop.owner()
        .post(path() + "/access-code")
        .then()
        .statusCode(200)
        .body("accessCode", not(equalTo(shop.accessCode())));

    given()
        .get("/reviews/form?order=1&code=" + shop.accessCode())
        .then()
        .statusCode(403)
        .body("type", endsWith("/access-code-unknown"));
  }

  private Response change(int version, JsonObject settings) {
    return shop.owner()
        .body(new JsonObject().put("version", version).put("settings", settings).encode())
        .put(path());
  }

  private String path() {
    return "/api/shops/" + shop.domain();
  }
}
