package io.daybreak.simulators.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who has signed in, with what is exchanged for tokens: codes once, refresh tokens repeatedly. */
final class Sessions {

  /** From the page to the application's call; RFC 6749 recommends ten minutes at most. */
  private static final Duration CODE_LIFETIME = Duration.ofMinutes(1);

  private static final Duration SESSION_LIFETIME = Duration.ofHours(12);
  private static final int RANDOM_BYTES = 32;

  private record Code(Session session, Instant until) {}

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Session> living = new HashMap<>();
  private final Map<String, Code> codes = new HashMap<>();
  private final Map<String, String> usedCodes = new HashMap<>();
  private final Map<String, String> refreshTokens = new HashMap<>();

  Sessions(Clock clock) {
    this.clock = clock;
  }

  /** Signs a person in; the answer is a code, good for a minute and for one use. */
  String begin(Account account, Language language, AuthorizationRequest request) {
    Instant now = clock.instant();
    Session session = new Session(newText(), account, language, request, now);
    living.put(session.id(), session);
    String code = newText();
    codes.put(code, new Code(session, now.plus(CODE_LIFETIME)));
    return code;
  }

  /**
   * The session that a code stands for. A code that comes twice was stolen from one of the two who
   * sent it, so it ends the session (RFC 6749, section 4.1.2).
   */
  Session redeem(String text, String redirect, String verifier) {
    @Nullable String before = usedCodes.get(text);
    if (before != null) {
      end(before);
      throw Refused.grant("The code was used before: the session is over");
    }
    Code code = codes.remove(text);
    if (code == null || clock.instant().isAfter(code.until())) {
      throw Refused.grant("There is no such code, or it is over");
    }
    usedCodes.put(text, code.session().id());
    if (!code.session().request().redirect().text().equals(redirect)) {
      throw Refused.grant("The redirect_uri is not the one that the code was sent to");
    }
    if (!code.session().request().codeChallenge().equals(challenge(verifier))) {
      throw Refused.grant("The code_verifier is not the one of the code_challenge");
    }
    return code.session();
  }

  /** What the application refreshes tokens with while the session lasts. */
  String newRefreshToken(Session session) {
    String token = newText();
    refreshTokens.put(token, session.id());
    return token;
  }

  Session refreshed(String refreshToken) {
    return Optional.ofNullable(refreshTokens.get(refreshToken))
        .flatMap(this::find)
        .orElseThrow(() -> Refused.grant("There is no such refresh token, or its session is over"));
  }

  /** A session that has not ended. */
  Optional<Session> find(String id) {
    return Optional.ofNullable(living.get(id))
        .filter(session -> clock.instant().isBefore(session.since().plus(SESSION_LIFETIME)));
  }

  /** Signs out: no token of the session is refreshed any more. */
  void end(String id) {
    living.remove(id);
    refreshTokens.values().removeIf(id::equals);
  }

  private String newText() {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return base64(bytes);
  }

  private static String challenge(String verifier) {
    try {
      return base64(
          MessageDigest.getInstance("SHA-256")
              .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
