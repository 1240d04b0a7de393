package io.daybreak.simulators.identity;

import io.daybreak.simulators.access.TokenIssuer;
import io.daybreak.simulators.kernel.Answer;
import io.daybreak.simulators.kernel.Call;
import io.daybreak.simulators.kernel.RequestHead;
import io.daybreak.simulators.kernel.Routes;
import io.daybreak.simulators.kernel.Simulation;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** What the identity provider answers. */
final class SignInSimulation implements Simulation {

  private final TokenEndpoint tokens;
  private final Routes routes = new Routes();
  private volatile String baseUrl = "";

  SignInSimulation(SignInClient client, TokenIssuer issuer, Clock clock) {
    var sessions = new Sessions(clock);
    var authorization = new AuthorizationEndpoint(client, sessions);
    tokens = new TokenEndpoint(client, sessions, issuer);
    String styles = styles();
    routes
        .get("/.well-known/openid-configuration", call -> Discovery.configuration(baseUrl))
        .get("/jwks", call -> Discovery.keys(issuer))
        .get("/authorize", authorization::ask)
        .post("/sign-in", authorization::signIn)
        .get(SignInPage.STYLE_SHEET, call -> Answer.text(200, "text/css;charset=UTF-8", styles))
        .post("/token", tokens::exchange)
        .get("/userinfo", new UserInfoEndpoint(sessions, issuer, clock)::tell)
        .get("/logout", new LogoutEndpoint(client, sessions, issuer)::signOut);
  }

  void baseUrl(String url) {
    baseUrl = url;
  }

  /** How long tokens last that are issued from now on. */
  void tokensLast(Duration time) {
    tokens.last(time);
  }

  @Override
  public Map<String, String> identify(RequestHead head) {
    return Map.of();
  }

  @Override
  public Answer answer(Call call) {
    try {
      return routes.answer(call).orElseGet(() -> refusal(404));
    } catch (Refused refused) {
      return refused.answer();
    }
  }

  @Override
  public Answer.Whole refusal(int status) {
    String error = status >= 500 ? "server_error" : "invalid_request";
    return Answer.json(status, new JsonObject().put("error", error));
  }

  /** {@code POST /_sim/lifetime?seconds=5}: how long tokens last. */
  @Override
  public Routes control() {
    return new Routes()
        .post(
            "/_sim/lifetime",
            call -> {
              String seconds = Objects.requireNonNull(call.parameter("seconds"), "seconds");
              tokensLast(Duration.ofSeconds(Long.parseLong(seconds)));
              return Answer.noContent();
            });
  }

  private static String styles() {
    try (InputStream styles = SignInSimulation.class.getResourceAsStream("/identity/sign-in.css")) {
      return new String(Objects.requireNonNull(styles).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
