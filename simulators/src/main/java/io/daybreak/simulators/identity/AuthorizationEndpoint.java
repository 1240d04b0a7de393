package io.daybreak.simulators.identity;

import io.daybreak.simulators.kernel.Answer;
import io.daybreak.simulators.kernel.Call;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** {@code /authorize}: a page asks who it is, and the browser goes back with a code. */
final class AuthorizationEndpoint {

  private final SignInClient client;
  private final Sessions sessions;

  AuthorizationEndpoint(SignInClient client, Sessions sessions) {
    this.client = client;
    this.sessions = sessions;
  }

  /** {@code GET /authorize}. */
  Answer ask(Call call) {
    return answered(
        call,
        (sent, request) -> SignInPage.ask(call.head().query(), request, language(call, sent)));
  }

  /** {@code POST /sign-in}, with the same query: a person has pressed a button of the page. */
  Answer signIn(Call call) {
    return answered(
        call,
        (sent, request) -> {
          Parameters form = Parameters.of(call.body().toString(StandardCharsets.UTF_8));
          Account account =
              Account.of(form.required("account"))
                  .orElseThrow(
                      () -> Refused.unsupported("access_denied", "There is no such person"));
          String code = sessions.begin(account, language(call, sent), request);
          return redirect(
              AuthorizationRequest.back(request.redirect(), sent, Map.of("code", code)));
        });
  }

  private interface Step {
    Answer answer(Parameters sent, AuthorizationRequest request);
  }

  /**
   * What is wrong is told to the application, but for what would make it doubtful that the
   * application asked at all: that is told here, and nobody is sent anywhere.
   */
  private Answer answered(Call call, Step step) {
    Parameters sent;
    BrowserAddress redirect;
    try {
      sent = Parameters.of(call.head().query());
      redirect = AuthorizationRequest.redirect(sent, client);
    } catch (Refused refused) {
      return SignInPage.refused(refused, Language.of(null, call.header("Accept-Language")));
    }
    try {
      return step.answer(sent, AuthorizationRequest.of(sent, redirect));
    } catch (Refused refused) {
      Map<String, String> error =
          Map.of("error", refused.error(), "error_description", refused.description());
      return redirect(AuthorizationRequest.back(redirect, sent, error));
    }
  }

  private static Language language(Call call, Parameters sent) {
    return Language.of(sent.get("ui_locales"), call.header("Accept-Language"));
  }

  /** After a POST the browser has to ask with GET. */
  private static Answer redirect(String address) {
    return new Answer.Whole(
        303, Map.of("Location", address, "Cache-Control", "no-store"), Buffer.buffer());
  }
}
