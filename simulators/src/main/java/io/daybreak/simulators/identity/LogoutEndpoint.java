package io.daybreak.simulators.identity;

import io.daybreak.simulators.access.TokenIssuer;
import io.daybreak.simulators.kernel.Answer;
import io.daybreak.simulators.kernel.Call;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /logout}: the application sends a person here to sign out everywhere.
 *
 * @see <a href="https://openid.net/specs/openid-connect-rpinitiated-1_0.html">RP-initiated
 *     logout</a>
 */
final class LogoutEndpoint {

  private final SignInClient client;
  private final Sessions sessions;
  private final TokenIssuer issuer;

  LogoutEndpoint(SignInClient client, Sessions sessions, TokenIssuer issuer) {
    this.client = client;
    this.sessions = sessions;
    this.issuer = issuer;
  }

  Answer signOut(Call call) {
    Language language = Language.of(call.parameter("ui_locales"), call.header("Accept-Language"));
    try {
      Parameters sent = Parameters.of(call.head().query());
      @Nullable String back = sent.get("post_logout_redirect_uri");
      @Nullable BrowserAddress address =
          back == null ? null : BrowserAddress.of("post_logout_redirect_uri", back);
      sessions.end(sessionOf(sent.required("id_token_hint")));
      return address == null
          ? SignInPage.signedOut(language)
          : new Answer.Whole(
              303,
              Map.of("Location", AuthorizationRequest.back(address, sent, Map.of())),
              Buffer.buffer());
    } catch (Refused refused) {
      return SignInPage.refused(refused, language);
    }
  }

  /** An ID token says whose session ends, also when it is over. */
  private String sessionOf(String idToken) {
    return issuer
        .claimsOf(idToken)
        .filter(claims -> client.id().equals(claims.getValue("aud")))
        .map(claims -> claims.getString("sid", ""))
        .orElseThrow(() -> Refused.request("The id_token_hint was not issued here"));
  }
}
