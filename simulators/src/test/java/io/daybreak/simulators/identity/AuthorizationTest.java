package io.daybreak.simulators.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationTest {

  private final Asking asking = new Asking();
  private final Map<String, String> request = asking.authorization();

  @AfterEach
  void stop() {
    asking.close();
  }

  @Test
  void thePageOffersThreePeopleAndHasNothingThatAStrictPolicyForbids() {
    HttpResponse<String> page = asking.authorize(request);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("value=\"marketer\"", "value=\"merchant\"", "value=\"operator\"")
        .contains("lang=\"en\"", "Who are you?")
        .doesNotContain("<script", "style=", "<style", "onclick");
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            policy ->
                assertThat(policy)
                    .contains("default-src 'none'", "form-action 'self' http://127.0.0.1:8080")
                    .doesNotContain("unsafe"));
  }

  @Test
  void thePageIsKoreanForABrowserThatPrefersItAndAnApplicationThatAsksForIt() {
    assertThat(asking.authorize(request, "Accept-Language", "ko-KR,ko;q=0.9,en;q=0.8").body())
        .contains("lang=\"ko\"", "누구로 로그인할까요?", "마케터");
    request.put("ui_locales", "en");
    assertThat(asking.authorize(request, "Accept-Language", "ko").body()).contains("lang=\"en\"");
  }

  @Test
  void theBrowserGoesBackWithACodeAndTheState() {
    HttpResponse<String> back = asking.press(request, "marketer");

    assertThat(back.statusCode()).isEqualTo(303);
    assertThat(back.headers().firstValue("Location").orElseThrow())
        .startsWith(Asking.REDIRECT + "?");
    assertThat(Asking.parameters(back)).containsEntry("state", "a state").containsKey("code");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://daybreak.example.com/signed-in",
        "http://127.0.0.1.example.com/signed-in",
        "http://127.0.0.1@example.com/signed-in",
        "http://user@127.0.0.1:8080/signed-in",
        "http://127.0.0.1:8080/signed-in#part",
        "//example.com/signed-in",
        "javascript:alert(1)",
        "not an address"
      })
  void nobodyIsSentToAForeignAddress(String address) {
    request.put("redirect_uri", address);

    for (HttpResponse<String> answer :
        List.of(asking.authorize(request), asking.press(request, "marketer"))) {
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.headers().firstValue("Location")).isEmpty();
      assertThat(answer.body()).contains("invalid_request");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:9999/x?y=z", "http://[::1]:80/", "http://localhost"})
  void anyPortOfThisMachineIsTaken(String address) {
    request.put("redirect_uri", address);

    assertThat(asking.press(request, "marketer").headers().firstValue("Location").orElseThrow())
        .startsWith(address);
  }

  @Test
  void anUnknownApplicationIsToldOnThePage() {
    request.put("client_id", "somebody");

    HttpResponse<String> answer = asking.authorize(request);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("invalid_client");
  }

  @ParameterizedTest
  @CsvSource({
    "response_type, token, unsupported_response_type",
    "scope, profile, invalid_scope",
    "code_challenge, short, invalid_request",
    "code_challenge, '', invalid_request",
    "code_challenge_method, plain, invalid_request",
    "code_challenge_method, '', invalid_request",
    "prompt, none, login_required",
  })
  void whatIsWrongIsToldToTheApplicationWithTheState(String name, String value, String error) {
    request.put(name, value);

    for (HttpResponse<String> answer :
        List.of(asking.authorize(request), asking.press(request, "marketer"))) {
      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(Asking.parameters(answer))
          .containsEntry("error", error)
          .containsEntry("state", "a state")
          .doesNotContainKey("code");
    }
  }

  @Test
  void aParameterThatIsThereTwiceIsRefused() {
    HttpResponse<String> answer =
        asking.send(asking.to("/authorize?client_id=console&client_id=console"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("client_id is there twice");
  }

  @Test
  void aPersonWhoDoesNotExistIsDenied() {
    assertThat(Asking.parameters(asking.press(request, "service")))
        .containsEntry("error", "access_denied");
  }
}
