package io.daybreak.orders.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.orders.template.ReviewTokens;
import io.daybreak.orders.testing.MailServer;
import io.daybreak.orders.testing.OrderJson;
import io.daybreak.orders.testing.ShopifyWire;
import io.daybreak.orders.testing.TestShop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(MailServer.class)
@QuarkusTestResource(ShopifyWire.class)
class ReviewFormTest {

  @Inject ReviewTokens tokens;

  @Test
  void aCustomerSeesTheirOrderInTheirLanguageOrTheShops() {
    TestShop shop =
        TestShop.register(
            TestShop.settings()
                .put("language", "KO")
                .put("reviewLink", "https://tea.example.com/review?o={order}"));
    OrderJson order = OrderJson.placed().with("customer_locale", "fr-FR");
    shop.deliverAndWait("orders/create", order.json());

    String page = html(token(shop, order), order, 200);

    assertThat(page)
        .contains("lang=\"ko\"")
        .contains("주문에서 구매하신 상품입니다")
        .contains("Green tea")
        .contains("https://tea.example.com/review?o=" + order.id())
        .doesNotContain(order.email())
        .doesNotContain("Haneul");
  }

  @Test
  void aScriptOfTheShopsPageGetsTheSameAsData() {
    TestShop shop = TestShop.register();
    OrderJson order = placed(shop);

    given()
        .queryParam("order", order.id())
        .queryParam("token", token(shop, order))
        .get("/reviews/form")
        .then()
        .statusCode(200)
        .contentType(ContentType.JSON)
        .header("Access-Control-Allow-Origin", "*")
        .body("shop", equalTo("Tea House"))
        .body("items[0]", equalTo("Green tea"))
        .body("$", not(containsString(order.email())));
  }

  @Test
  void theTokenOfOneOrderShowsNoOtherOne() {
    TestShop shop = TestShop.register();
    OrderJson mine = placed(shop);
    OrderJson other = placed(shop);

    given()
        .queryParam("order", other.id())
        .queryParam("token", token(shop, mine))
        .queryParam("code", shop.accessCode())
        .get("/reviews/form")
        .then()
        .statusCode(404);
  }

  @Test
  void whateverIsWrongWithALinkHasAProblemThatSaysWhatToDo() {
    TestShop shop = TestShop.register();
    String code = shop.accessCode();
    Map<String, String> problems =
        Map.of(
            "/reviews/form?order=1&token=forged",
            "/review-token-invalid",
            "/reviews/form?order=1",
            "/access-code-missing",
            "/reviews/form?order=1&code=",
            "/access-code-missing",
            "/reviews/form?order=1&code=short",
            "/access-code-malformed",
            "/reviews/form?order=1&code=" + "a".repeat(26),
            "/access-code-unknown",
            "/reviews/form?code=" + code,
            "/order-id-malformed",
            "/reviews/form?order=-1&code=" + code,
            "/order-id-malformed",
            "/reviews/form?order=9999999999999999999&code=" + code,
            "/order-id-malformed",
            "/reviews/form?order=1&code=" + code,
            "/review-token-missing");

    problems.forEach(
        (path, type) ->
            given()
                .get(path)
                .then()
                .contentType("application/problem+json")
                .header("Access-Control-Allow-Origin", "*")
                .body("type", endsWith(type))
                .body("title", not(containsString("Unknown error")))
                .body("detail", endsWith(".")));
  }

  @Test
  void aScriptWithHeadersOfItsOwnIsLetIn() {
    given()
        .header("Origin", "https://tea.example.com")
        .header("Access-Control-Request-Method", "GET")
        .header("Access-Control-Request-Headers", "content-type")
        .options("/reviews/form?order=1")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", "*")
        .header("Access-Control-Allow-Headers", "*");
  }

  @Test
  void aPersonReadsTheProblemInTheirLanguage() {
    assertThat(problemPage("ko-KR,ko;q=0.9,en;q=0.8")).contains("쇼핑몰 접근 코드가 없습니다");
    assertThat(problemPage("en-US")).contains("The shop access code is missing");
    assertThat(problemPage("fr")).contains("The shop access code is missing");
  }

  @Test
  void whatACustomerOrMerchantWroteIsNeverMarkup() {
    JsonObject settings = TestShop.settings();
    settings.getJsonObject("sender").put("name", "<b>Tea</b>");
    TestShop shop = TestShop.register(settings);
    OrderJson order = OrderJson.placed().with("name", "<script>alert(1)</script>");
    shop.deliverAndWait("orders/create", order.json());

    String page = html(token(shop, order), order, 200);

    assertThat(page).doesNotContain("<script>").doesNotContain("<b>");
  }

  private static OrderJson placed(TestShop shop) {
    OrderJson order = OrderJson.placed();
    shop.deliverAndWait("orders/create", order.json());
    return order;
  }

  /** What the link in the order's mail carries. */
  private String token(TestShop shop, OrderJson order) {
    return tokens.of(UUID.fromString(shop.mailId(order.id())));
  }

  private static String html(String token, OrderJson order, int status) {
    return given()
        .accept("text/html,application/xhtml+xml")
        .queryParam("order", order.id())
        .queryParam("token", token)
        .get("/reviews/form")
        .then()
        .statusCode(status)
        .extract()
        .asString();
  }

  private static String problemPage(String languages) {
    return given()
        .accept(ContentType.HTML)
        .header("Accept-Language", languages)
        .get("/reviews/form?order=1")
        .then()
        .statusCode(400)
        .contentType(ContentType.HTML)
        .extract()
        .asString();
  }
}
