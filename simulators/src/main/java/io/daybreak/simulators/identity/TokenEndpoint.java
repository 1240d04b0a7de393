package io.daybreak.simulators.identity;

import io.daybreak.simulators.access.TokenIssuer;
import io.daybreak.simulators.kernel.Answer;
import io.daybreak.simulators.kernel.Call;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code POST /token}: the application exchanges a code or a refresh token for tokens. */
final class TokenEndpoint {

  /** Short, so that every day at the console has its refreshes. */
  private static final Duration LIFETIME = Duration.ofMinutes(10);

  private static final String FORM = "application/x-www-form-urlencoded";

  private final SignInClient client;
  private final Sessions sessions;
  private final TokenIssuer issuer;
  private volatile Duration lifetime = LIFETIME;

  TokenEndpoint(SignInClient client, Sessions sessions, TokenIssuer issuer) {
    this.client = client;
    this.sessions = sessions;
    this.issuer = issuer;
  }

  /** How long access and ID tokens last that are issued from now on. */
  void last(Duration time) {
    lifetime = time;
  }

  Answer exchange(Call call) {
    @Nullable String type = call.header("Content-Type");
    if (type == null || !type.split(";")[0].strip().equalsIgnoreCase(FORM)) {
      throw Refused.request("The body has to be " + FORM);
    }
    Parameters form = Parameters.of(call.body().toString(StandardCharsets.UTF_8));
    ClientProof proof = ClientProof.of(call.header("Authorization"), form);
    if (!client.is(proof.id(), proof.secret())) {
      throw Refused.client("There is no such client, or its secret is wrong");
    }
    return switch (form.required("grant_type")) {
      case "authorization_code" -> {
        Session session =
            sessions.redeem(
                form.required("code"),
                form.required("redirect_uri"),
                form.required("code_verifier"));
        yield tokens(session, sessions.newRefreshToken(session));
      }
      case "refresh_token" -> {
        String token = form.required("refresh_token");
        yield tokens(sessions.refreshed(token), token);
      }
      default ->
          throw Refused.unsupported(
              "unsupported_grant_type", "There are authorization_code and refresh_token");
    };
  }

  private Answer tokens(Session session, String refreshToken) {
    Map<String, Object> access = new LinkedHashMap<>();
    access.put("sid", session.id());
    access.put("client_id", client.id());
    access.put("scope", session.request().scope());
    return Answer.json(
            200,
            new JsonObject()
                .put("access_token", issuer.tokenFor(session.account().person(), lifetime, access))
                .put("token_type", "Bearer")
                .put("expires_in", lifetime.toSeconds())
                .put("refresh_token", refreshToken)
                .put("id_token", idToken(session))
                .put("scope", session.request().scope()))
        .with("Cache-Control", "no-store");
  }

  private String idToken(Session session) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("aud", client.id());
    claims.put("azp", client.id());
    claims.put("sid", session.id());
    claims.put("auth_time", session.since().getEpochSecond());
    claims.put("preferred_username", session.account().person().subject());
    claims.put("name", session.account().name(session.language()));
    claims.put("locale", session.language().tag());
    claims.put("groups", session.account().person().groups());
    @Nullable String nonce = session.request().nonce();
    if (nonce != null) {
      claims.put("nonce", nonce);
    }
    return issuer.signed(session.account().person(), lifetime, claims);
  }
}
