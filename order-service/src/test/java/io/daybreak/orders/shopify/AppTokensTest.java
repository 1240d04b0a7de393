package io.daybreak.orders.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.orders.testing.Database;
import io.daybreak.orders.testing.MailServer;
import io.daybreak.orders.testing.SimulatedShopify;
import io.daybreak.orders.testing.TestShop;
import io.daybreak.simulators.shopify.order.NewOrder;
import io.daybreak.simulators.shopify.shop.Shop;
import io.daybreak.simulators.shopify.shop.ShopOptions;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shops whose orders are read with the tokens of an app, as Shopify has it since 2026. */
@QuarkusTest
@TestProfile(AppTokensTest.WithSimulator.class)
class AppTokensTest {

  /** The simulator instead of the wire that the other tests script. */
  public static class WithSimulator implements QuarkusTestProfile {

    @Override
    public boolean disableGlobalTestResources() {
      return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(
          new TestResourceEntry(EmbeddedServices.class),
          new TestResourceEntry(MailServer.class),
          new TestResourceEntry(SimulatedShopify.class));
    }
  }

  private static final String SECRET = "the-apps-client-secret";

  private final String owner = "owner-" + UUID.randomUUID();
  private Shop shopify;

  @BeforeEach
  void install() {
    String name = "app-" + UUID.randomUUID().toString().substring(0, 13);
    shopify = SimulatedShopify.shopify().install(ShopOptions.named(name));
    shopify.rotateSecret(SECRET);
  }

  @Test
  void ordersAreReadWithATokenThatIsGrantedOnce() {
    register().statusCode(201).body("apiTokenSet", equalTo(true));

    sync().statusCode(200);
    sync().statusCode(200);

    assertThat(shopify.app().grants()).as("one to prove the app, which is kept").isEqualTo(1);
    access()
        .body("kind", equalTo("APP"))
        .body("clientId", equalTo(shopify.app().clientId()))
        .body("scopes", containsInAnyOrder("read_customers", "read_orders", "read_products"))
        .body("expiresAt", notNullValue())
        .body("refusedAt", nullValue());
    assertThat(stored("access_token")).doesNotContain("shpat_");
  }

  @Test
  void aTokenThatEndsSoonIsRenewedOnceHoweverManyNeedIt() {
    register().statusCode(201);
    Database.execute(
        "update shop_token set expires_at = now() + interval '59 minutes' where shop_id = ?", id());
    long order = order();

    List<Integer> answers =
        IntStream.range(0, 8)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> status(order)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).containsOnly(200);
    assertThat(shopify.app().grants()).isEqualTo(2);
  }

  @Test
  void asLongAsATokenIsGoodItIsUsedWhateverComesOfANewOne() {
    register().statusCode(201);
    Database.execute(
        "update shop_token set expires_at = now() + interval '59 minutes' where shop_id = ?", id());
    shopify.app().moveToAnotherOrganisation();

    sync().statusCode(200);

    access().body("refusal", equalTo("shop_not_permitted"));
  }

  @Test
  void aTokenThatShopifyHasTakenBackIsReplacedAndTheQuestionAskedOnceMore() {
    register().statusCode(201);
    shopify.app().revoke();

    sync().statusCode(200);

    assertThat(shopify.app().grants()).isEqualTo(2);
  }

  @Test
  void anAppThatIsGrantedNothingIsToldAndAskedForNoMoreForAWhile() {
    register().statusCode(201);
    shopify.app().uninstall();

    sync().statusCode(409).body("type", endsWith("shopify-not-allowed"));
    access().body("refusal", equalTo("app_not_installed")).body("refusedAt", notNullValue());
    long calls = calls();
    sync().statusCode(409);

    assertThat(calls()).as("neither a token nor an order was asked for").isEqualTo(calls);
  }

  @Test
  void aTokenOfNoLengthIsNoEndlessLoop() {
    register().statusCode(201);
    shopify.app().last(Duration.ofSeconds(1));
    shopify.app().revoke();
    long before = calls();

    sync();

    assertThat(calls() - before).isLessThanOrEqualTo(4);
  }

  @Test
  void whatIsNotProvedIsNotStored() {
    register("wrong-secret")
        .statusCode(422)
        .body("type", endsWith("shopify-app-refused"))
        .body("code", equalTo("invalid_client"));

    shopify.app().approve(Set.of("read_orders"));
    register()
        .statusCode(422)
        .body("type", endsWith("shopify-scopes-missing"))
        .body("scopes", equalTo("read_customers, read_products"));

    shopify.app().moveToAnotherOrganisation();
    register().statusCode(422).body("type", endsWith("shopify-app-elsewhere"));

    assertThat(Database.rows("select 1 as one from shop where domain = ?", shopify.domain()))
        .isEmpty();
  }

  @Test
  void aShopReadsItsOrdersInOneWay() {
    TestShop.as(owner)
        .body(request(SECRET).put("apiToken", "shpat_typed").encode())
        .post("/api/shops")
        .then()
        .statusCode(400);
  }

  @Test
  void anEverlastingTokenCanBeReplacedByAnAppAndItsSecretSignsFromThenOn() {
    TestShop.as(owner)
        .body(
            request("the-secret-before")
                .put("apiToken", shopify.options().accessToken())
                .putNull("clientId")
                .encode())
        .post("/api/shops")
        .then()
        .statusCode(201);
    access().body("kind", equalTo("TOKEN"));
    JsonObject app =
        new JsonObject().put("clientId", shopify.app().clientId()).put("clientSecret", "wrong");
    put("/app", app).statusCode(422);
    access().body("kind", equalTo("TOKEN"));

    put("/app", app.put("clientSecret", SECRET))
        .statusCode(200)
        .body("rotatingSecret", equalTo(true));

    access().body("kind", equalTo("APP"));
    sync().statusCode(200);
    put("/webhook-secret", new JsonObject().put("secret", "not-the-apps")).statusCode(422);
  }

  @Test
  void aShopThatTakesTheAppOutKeepsNoToken() {
    register().statusCode(201);
    Database.execute("update shop set uninstalled_at = now(), client_id = null where id = ?", id());

    sync().statusCode(409).body("type", endsWith("shopify-not-allowed"));
    access().body("kind", equalTo("NONE"));
  }

  private ValidatableResponse register() {
    return register(SECRET);
  }

  private ValidatableResponse register(String secret) {
    return TestShop.as(owner).body(request(secret).encode()).post("/api/shops").then();
  }

  private JsonObject request(String secret) {
    return new JsonObject()
        .put("domain", shopify.domain())
        .put("webhookSecret", secret)
        .put("clientId", shopify.app().clientId())
        .put("settings", TestShop.settings());
  }

  private ValidatableResponse sync() {
    return sync(order());
  }

  private ValidatableResponse sync(long order) {
    return TestShop.as("operator", "operator")
        .put("/api/orders/" + shopify.domain() + "/" + order + "/sync")
        .then();
  }

  private int status(long order) {
    return sync(order).extract().statusCode();
  }

  private long order() {
    return shopify.orders().create(NewOrder.by("a@example.com")).order().id();
  }

  private ValidatableResponse access() {
    return TestShop.as(owner).get("/api/shops/" + shopify.domain() + "/access").then();
  }

  private ValidatableResponse put(String path, JsonObject body) {
    return TestShop.as(owner)
        .body(body.encode())
        .put("/api/shops/" + shopify.domain() + path)
        .then();
  }

  private long id() {
    return ((Number)
            Database.rows("select id from shop where domain = ?", shopify.domain())
                .get(0)
                .get("id"))
        .longValue();
  }

  private String stored(String column) {
    return Database.rows("select * from shop_token where shop_id = ?", id())
        .get(0)
        .get(column)
        .toString();
  }

  /** Calls of Shopify about this shop so far. */
  private long calls() {
    return SimulatedShopify.shopify().journal().entries().stream()
        .filter(call -> call.path().contains(shopify.domain()))
        .count();
  }
}
