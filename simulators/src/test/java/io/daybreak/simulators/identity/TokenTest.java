package io.daybreak.simulators.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokenTest {

  private final Asking asking = new Asking();

  @AfterEach
  void stop() {
    asking.close();
  }

  @Test
  void aCodeBecomesATokenThatTheServicesTakeAndOneThatSaysWhoItIs() {
    JsonObject tokens = asking.tokens("operator");

    JsonObject access = claims(tokens, "access_token");
    assertThat(access.getString("iss")).isEqualTo("daybreak");
    assertThat(access.getString("sub")).isEqualTo("operator");
    assertThat(access.getJsonArray("groups")).containsExactly("operator");
    assertThat(access.getLong("exp") - access.getLong("iat"))
        .isEqualTo((long) tokens.getInteger("expires_in"));
    JsonObject id = claims(tokens, "id_token");
    assertThat(id.getString("aud")).isEqualTo("console");
    assertThat(id.getString("nonce")).isEqualTo("a-nonce");
    assertThat(id.getString("name")).isEqualTo("Operator");
    assertThat(tokens.getString("token_type")).isEqualTo("Bearer");
  }

  @Test
  void theSecretMayBeInTheForm() {
    Map<String, String> form = asking.exchange(asking.code("marketer"));
    form.put("client_id", "console");
    form.put("client_secret", asking.provider.client().secret());

    HttpResponse<String> answer = asking.token(form, null);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  @Test
  void aWrongSecretIsRefused() {
    Map<String, String> form = asking.exchange(asking.code("marketer"));

    HttpResponse<String> answer = asking.token(form, "console:guessed");

    assertRefused(answer, 401, "invalid_client");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    assertRefused(asking.token(form, null), 401, "invalid_client");
    assertRefused(asking.token(form, "no colon"), 401, "invalid_client");
  }

  @Test
  void aClientThatProvesTwiceWhoItIsIsRefused() {
    Map<String, String> form = asking.exchange(asking.code("marketer"));
    form.put("client_secret", asking.provider.client().secret());

    assertRefused(asking.token(form), 400, "invalid_request");
  }

  @Test
  void aWrongVerifierIsRefusedAndUsesTheCodeUp() {
    Map<String, String> form = asking.exchange(asking.code("marketer"));
    form.put("code_verifier", "wrong" + Asking.VERIFIER);

    assertRefused(asking.token(form), 400, "invalid_grant");
    form.put("code_verifier", Asking.VERIFIER);
    assertRefused(asking.token(form), 400, "invalid_grant");
  }

  @Test
  void aCodeWithoutItsVerifierIsRefused() {
    Map<String, String> form = asking.exchange(asking.code("marketer"));
    form.remove("code_verifier");

    assertRefused(asking.token(form), 400, "invalid_request");
  }

  @Test
  void anotherRedirectAddressIsRefused() {
    Map<String, String> form = asking.exchange(asking.code("marketer"));
    form.put("redirect_uri", Asking.REDIRECT + "/");

    assertRefused(asking.token(form), 400, "invalid_grant");
  }

  @Test
  void aCodeThatComesTwiceEndsTheSession() {
    Map<String, String> form = asking.exchange(asking.code("marketer"));
    JsonObject tokens = new JsonObject(asking.token(form).body());

    assertRefused(asking.token(form), 400, "invalid_grant");

    assertRefused(asking.refresh(tokens.getString("refresh_token")), 400, "invalid_grant");
    assertThat(asking.userInfo(tokens.getString("access_token")).statusCode()).isEqualTo(401);
  }

  @Test
  void aCodeIsGoodForAMinute() {
    Map<String, String> form = asking.exchange(asking.code("marketer"));

    asking.clock.forward(Duration.ofSeconds(61));

    assertRefused(asking.token(form), 400, "invalid_grant");
  }

  @Test
  void aRefreshTokenBringsNewTokensUntilTheSessionIsOver() {
    JsonObject first = asking.tokens("merchant");
    asking.clock.forward(Duration.ofHours(11));
    assertThat(asking.userInfo(first.getString("access_token")).statusCode()).isEqualTo(401);

    JsonObject second = new JsonObject(asking.refresh(first.getString("refresh_token")).body());

    assertThat(claims(second, "access_token").getString("sub")).isEqualTo("merchant");
    assertThat(asking.userInfo(second.getString("access_token")).body()).contains("Merchant");
    asking.clock.forward(Duration.ofHours(2));
    assertRefused(asking.refresh(second.getString("refresh_token")), 400, "invalid_grant");
  }

  @Test
  void anInventedRefreshTokenIsRefused() {
    assertRefused(asking.refresh("invented"), 400, "invalid_grant");
  }

  @Test
  void anotherGrantIsRefused() {
    assertRefused(
        asking.token(Map.of("grant_type", "password", "username", "marketer")),
        400,
        "unsupported_grant_type");
  }

  @Test
  void aBodyThatIsNotAFormIsRefused() {
    HttpResponse<String> answer =
        asking.send(
            asking
                .to("/token")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));

    assertRefused(answer, 400, "invalid_request");
  }

  @Test
  void tokensLastAsLongAsATestWants() {
    asking.send(asking.to("/_sim/lifetime?seconds=5").POST(BodyPublishers.noBody()));

    assertThat(asking.tokens("marketer").getInteger("expires_in")).isEqualTo(5);
  }

  private JsonObject claims(JsonObject tokens, String name) {
    return asking.issuer.claimsOf(tokens.getString(name)).orElseThrow();
  }

  private static void assertRefused(HttpResponse<String> answer, int status, String error) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(Asking.error(answer)).isEqualTo(error);
  }
}
