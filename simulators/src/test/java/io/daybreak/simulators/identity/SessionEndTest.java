package io.daybreak.simulators.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.simulators.access.Person;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionEndTest {

  private static final String BACK = "http://127.0.0.1:8080/";

  private final Asking asking = new Asking();

  @AfterEach
  void stop() {
    asking.close();
  }

  @Test
  void signingOutEndsTheSessionAndTakesTheBrowserBack() {
    JsonObject tokens = asking.tokens("marketer");

    HttpResponse<String> answer =
        asking.logout(
            Map.of(
                "id_token_hint",
                tokens.getString("id_token"),
                "post_logout_redirect_uri",
                BACK,
                "state",
                "s"));

    assertThat(answer.headers().firstValue("Location")).hasValue(BACK + "?state=s");
    assertThat(Asking.error(asking.refresh(tokens.getString("refresh_token"))))
        .isEqualTo("invalid_grant");
    assertThat(asking.userInfo(tokens.getString("access_token")).statusCode()).isEqualTo(401);
  }

  @Test
  void withoutAnAddressToGoBackToAPageSaysSo() {
    String idToken = asking.tokens("marketer").getString("id_token");

    HttpResponse<String> answer = asking.logout(Map.of("id_token_hint", idToken));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("You are signed out");
  }

  @Test
  void nobodyIsSentToAForeignAddressAndTheSessionGoesOn() {
    JsonObject tokens = asking.tokens("marketer");

    HttpResponse<String> answer =
        asking.logout(
            Map.of(
                "id_token_hint",
                tokens.getString("id_token"),
                "post_logout_redirect_uri",
                "http://example.com/"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Location")).isEmpty();
    assertThat(asking.refresh(tokens.getString("refresh_token")).statusCode()).isEqualTo(200);
  }

  @Test
  void aHintThatWasNotIssuedHereIsRefused() {
    String idToken = asking.tokens("marketer").getString("id_token");

    assertThat(asking.logout(Map.of("id_token_hint", idToken + "x")).statusCode()).isEqualTo(400);
    assertThat(asking.logout(Map.of()).statusCode()).isEqualTo(400);
  }

  @Test
  void aTokenThatNobodySignedInForIsOfNoSession() {
    String printed = asking.issuer.tokenFor(Person.MARKETER);

    HttpResponse<String> answer = asking.userInfo(printed);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
        .contains("invalid_token");
  }
}
