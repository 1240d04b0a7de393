package io.daybreak.simulators.identity;

import io.daybreak.simulators.access.TokenIssuer;
import io.daybreak.simulators.kernel.Answer;
import io.daybreak.simulators.kernel.Call;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /userinfo}: who an access token is about. */
final class UserInfoEndpoint {

  private static final String BEARER = "Bearer ";

  private final Sessions sessions;
  private final TokenIssuer issuer;
  private final Clock clock;

  UserInfoEndpoint(Sessions sessions, TokenIssuer issuer, Clock clock) {
    this.sessions = sessions;
    this.issuer = issuer;
    this.clock = clock;
  }

  Answer tell(Call call) {
    @Nullable String authorization = call.header("Authorization");
    if (authorization == null || !authorization.startsWith(BEARER)) {
      throw Refused.token("There is no bearer token");
    }
    JsonObject claims =
        issuer
            .claimsOf(authorization.substring(BEARER.length()))
            .filter(token -> token.getLong("exp", 0L) > clock.instant().getEpochSecond())
            .orElseThrow(() -> Refused.token("The token was not issued here, or it is over"));
    Session session =
        sessions
            .find(claims.getString("sid", ""))
            .filter(found -> claims.containsKey("scope"))
            .orElseThrow(() -> Refused.token("The token is of no session that lasts"));
    return Answer.json(
        200,
        new JsonObject()
            .put("sub", session.account().person().subject())
            .put("preferred_username", session.account().person().subject())
            .put("name", session.account().name(session.language()))
            .put("locale", session.language().tag())
            .put("groups", new JsonArray(List.copyOf(session.account().person().groups()))));
  }
}
