package io.daybreak.orders.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.orders.testing.MailServer;
import io.daybreak.orders.testing.OrderJson;
import io.daybreak.orders.testing.ShopifyWire;
import io.daybreak.orders.testing.TestShop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(MailServer.class)
@QuarkusTestResource(ShopifyWire.class)
class MailTextTest {

  @Test
  void theProductsOwnMailReadsWellInEnglish() {
    JsonPath mail = preview(TestShop.register(), "REQUEST", "{}");

    assertThat(mail.getString("subject")).isEqualTo("How was your order from Tea House?");
    assertThat(mail.getString("text"))
        .startsWith(
            """
            Hello Alex,

            Thank you for your order #1001.

            We hope you like what you bought: Linen shirt, Two pairs of socks. Would you tell \
            others in a few words?

            Write a review: http""")
        .contains("You get this mail because you bought something from Tea House.")
        .doesNotContain("{", "}", "\r", "\n\n\n");
    assertThat(mail.getString("html"))
        .contains("<html lang=\"en\">", "Hello Alex,", "Linen shirt", ">Write a review</a>")
        .contains("/unsubscribe?token=");
  }

  @Test
  void theProductsOwnMailReadsWellInKorean() {
    TestShop shop = TestShop.register(TestShop.settings().put("language", "KO"));

    JsonPath mail = preview(shop, "REQUEST", "{}");

    assertThat(mail.getString("subject")).isEqualTo("Tea House에서 주문하신 상품은 어떠셨나요?");
    assertThat(mail.getString("text"))
        .startsWith("김하늘님, 안녕하세요.\n\n#1001 주문에 감사드립니다.\n\n구매하신 상품(리넨 셔츠, 양말 2켤레)이")
        .contains("후기 작성하기: http")
        .contains("Tea House에서 상품을 구매하셨기 때문에 이 메일을 보내 드립니다.")
        .doesNotContain("{", "}", "\n\n\n");
    assertThat(mail.getString("html")).contains("<html lang=\"ko\">", "후기 작성하기");
    assertThat(preview(shop, "REMINDER", "{}").getString("text")).contains("마지막 메일");
  }

  @Test
  void aShopsOwnWordsAreFilledInEscapedAndUsedByRealMails() throws Exception {
    TestShop shop = TestShop.register();
    JsonObject words =
        new JsonObject()
            .put("subject", "{customer}, a word about {order}?")
            .put("body", "First & <b>foremost</b>\nsecond line\n\n{items} from {shop}: {link}");
    put(shop, words, null).then().statusCode(200).body("own", equalTo(true));

    OrderJson order = OrderJson.placed().with("name", "#77").fulfilledAfter(60);
    shop.deliverAndWait("orders/fulfilled", order.json());
    await().untilAsserted(() -> assertThat(MailServer.mailsTo(order.email())).hasSize(1));

    MimeMessage mail = MailServer.mailsTo(order.email()).get(0);
    assertThat(mail.getSubject()).isEqualTo("Haneul, a word about #77?");
    assertThat(preview(shop, "REQUEST", "{}").getString("html"))
        .contains("First &amp; &lt;b&gt;foremost&lt;/b&gt;<br>second line");
  }

  @Test
  void theMailIsInTheCustomersLanguageWhereTheShopHasWordsForIt() throws Exception {
    TestShop shop = TestShop.register(TestShop.settings().put("language", "KO"));
    OrderJson american = OrderJson.placed().fulfilledAfter(60);
    OrderJson french = OrderJson.placed().with("customer_locale", "fr-FR").fulfilledAfter(60);
    shop.deliver("orders/fulfilled", american.json()).then().statusCode(200);
    shop.deliver("orders/fulfilled", french.json()).then().statusCode(200);
    assertThat(subject(american)).isEqualTo("How was your order from Tea House?");
    assertThat(subject(french)).isEqualTo("Tea House에서 주문하신 상품은 어떠셨나요?");

    put(shop, new JsonObject().put("subject", "우리 말").put("body", "우리 말"), null);
    OrderJson second = OrderJson.placed().fulfilledAfter(60);
    shop.deliver("orders/fulfilled", second.json()).then().statusCode(200);
    assertThat(subject(second)).as("the shop's own words are in Korean only").isEqualTo("우리 말");

    shop.owner()
        .body(
            new JsonObject()
                .put("text", new JsonObject().put("subject", "Ours").put("body", "Ours"))
                .encode())
        .put(path(shop, "REQUEST") + "?language=EN")
        .then()
        .statusCode(200);
    OrderJson third = OrderJson.placed().fulfilledAfter(60);
    shop.deliver("orders/fulfilled", third.json()).then().statusCode(200);
    assertThat(subject(third)).isEqualTo("Ours");
  }

  @Test
  void ownWordsThatGreetAreGreetedByOnce() {
    TestShop shop = TestShop.register();
    put(shop, new JsonObject().put("subject", "s").put("body", "Dear {customer}, thanks."), null);

    assertThat(preview(shop, "REQUEST", "{}").getString("text")).startsWith("Dear Alex, thanks.");
  }

  private static String subject(OrderJson order) throws Exception {
    await().untilAsserted(() -> assertThat(MailServer.mailsTo(order.email())).hasSize(1));
    return MailServer.mailsTo(order.email()).get(0).getSubject();
  }

  @Test
  void ofTwoWhoChangeTheTextOneIsTold() {
    TestShop shop = TestShop.register();
    JsonObject words = new JsonObject().put("subject", "s").put("body", "b");

    put(shop, words, null).then().statusCode(200).body("version", equalTo(0));
    put(shop, words, null).then().statusCode(409);
    put(shop, words.put("body", "c"), 0).then().statusCode(200).body("version", equalTo(1));
    put(shop, words, 0).then().statusCode(409);

    shop.owner().delete(path(shop, "REQUEST")).then().statusCode(204);
    shop.owner()
        .get(path(shop, "REQUEST"))
        .then()
        .body("own", equalTo(false))
        .body("version", nullValue());
  }

  @Test
  void aPlaceholderThatDoesNotExistAndTextThatRunsAreRefused() {
    TestShop shop = TestShop.register();

    put(shop, new JsonObject().put("subject", "{password}").put("body", "b"), null)
        .then()
        .statusCode(400);
    put(shop, new JsonObject().put("subject", "a\nBcc: x@example.com").put("body", "b"), null)
        .then()
        .statusCode(400);
    put(shop, new JsonObject().put("subject", "s").put("body", "{#if true}x{/if}"), null)
        .then()
        .statusCode(400);
  }

  @Test
  void aTestMailArrivesMarkedAsOneAndNoOrderIsConcerned() throws Exception {
    JsonObject settings = TestShop.settings();
    settings.getJsonObject("sender").put("replyTo", "help@example.com");
    TestShop shop = TestShop.register(settings);
    String to = "merchant-" + OrderJson.placed().id() + "@example.com";

    shop.owner()
        .body(new JsonObject().put("to", to).encode())
        .post(path(shop, "REQUEST") + "/test-mail")
        .then()
        .statusCode(204);

    assertThat(MailServer.mailsTo(to)).hasSize(1);
    assertThat(MailServer.mailsTo(to).get(0).getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    assertThat(MailServer.mailsTo(to).get(0).getSubject())
        .isEqualTo("[Test] How was your order from Tea House?");
    assertThat(MailServer.mailsTo(to).get(0).getReplyTo())
        .extracting(Object::toString)
        .containsExactly("help@example.com");
    shop.owner().get("/api/review-mails").then().body("total", equalTo(0));
  }

  private static JsonPath preview(TestShop shop, String kind, String draft) {
    return shop.owner()
        .body(draft)
        .post(path(shop, kind) + "/preview")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static Response put(TestShop shop, JsonObject words, Integer version) {
    return shop.owner()
        .body(new JsonObject().put("text", words).put("version", version).encode())
        .put(path(shop, "REQUEST"));
  }

  private static String path(TestShop shop, String kind) {
    return "/api/shops/" + shop.domain() + "/mail-texts/" + kind;
  }
}
