package io.daybreak.simulators.sheets.wire;

import io.daybreak.simulators.kernel.Answer;
import io.daybreak.simulators.kernel.Call;
import io.daybreak.simulators.sheets.refusal.Refusal;
import io.vertx.core.json.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * OAuth 2 for service accounts: a signed assertion is exchanged for a bearer token that is good for
 * an hour, or for as long as a test wants.
 *
 * @see <a href="https://developers.google.com/identity/protocols/oauth2/service-account">Google's
 *     page</a>
 */
final class Tokens {

  private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
  private static final Duration LIFETIME = Duration.ofSeconds(3599);

  private record Issued(String user, boolean mayUseSheets, Instant until) {}

  private final Map<String, PublicKey> accounts;
  private final Clock clock;
  private final Map<String, Issued> issued = new ConcurrentHashMap<>();
  private volatile Duration lifetime = LIFETIME;

  Tokens(Map<String, PublicKey> accounts, Clock clock) {
    this.accounts = Map.copyOf(accounts);
    this.clock = clock;
  }

  /** How long tokens last that are exchanged from now on. */
  void last(Duration time) {
    lifetime = time;
  }

  /** {@code POST /token}. */
  Answer exchange(Call call) {
    Map<String, String> form = form(call.body().toString(StandardCharsets.UTF_8));
    if (!GRANT.equals(form.get("grant_type"))) {
      return refusal("unsupported_grant_type", "Invalid grant_type: " + form.get("grant_type"));
    }
    Assertion assertion;
    try {
      assertion = Assertion.parse(form.getOrDefault("assertion", ""));
      assertion.verify(accounts, clock.instant(), call.path());
    } catch (Assertion.Invalid invalid) {
      return refusal("invalid_grant", String.valueOf(invalid.getMessage()));
    }
    return Answer.json(
        200,
        new JsonObject()
            .put("access_token", issue(assertion.issuer(), assertion.mayUseSheets()))
            .put("expires_in", lifetime.toSeconds())
            .put("token_type", "Bearer"));
  }

  /** A token without the ceremony, for the control interface and its people. */
  String issue(String user, boolean mayUseSheets) {
    String token = "ya29.local-" + UUID.randomUUID();
    issued.put(token, new Issued(user, mayUseSheets, clock.instant().plus(LIFETIME)));
    return token;
  }

  /** The user of a bearer token, or nobody. */
  @Nullable String userOf(@Nullable String authorization) {
    Issued token = find(authorization);
    return token == null ? null : token.user();
  }

  /** Who calls; refuses calls without a token that is good for Sheets. */
  String requireUser(@Nullable String authorization) {
    if (authorization == null) {
      throw Refusal.of(
          Refusal.Status.UNAUTHENTICATED,
          "Request is missing required authentication credential. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.");
    }
    Issued token = find(authorization);
    if (token == null) {
      throw Refusal.of(
          Refusal.Status.UNAUTHENTICATED,
          "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.");
    }
    if (!token.mayUseSheets()) {
      throw Refusal.of(
          Refusal.Status.PERMISSION_DENIED, "Request had insufficient authentication scopes.");
    }
    return token.user();
  }

  private @Nullable Issued find(@Nullable String authorization) {
    if (authorization == null || !authorization.startsWith("Bearer ")) {
      return null;
    }
    Issued token = issued.get(authorization.substring("Bearer ".length()));
    return token == null || clock.instant().isAfter(token.until()) ? null : token;
  }

  private static Answer refusal(String error, String description) {
    return Answer.json(
        400, new JsonObject().put("error", error).put("error_description", description));
  }

  private static Map<String, String> form(String body) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : body.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
