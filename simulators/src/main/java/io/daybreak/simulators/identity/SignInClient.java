package io.daybreak.simulators.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The application that people sign in to, which keeps a secret.
 *
 * @param id its {@code client_id}
 */
public record SignInClient(String id, String secret) {

  private static final int SECRET_BYTES = 32;

  /**
   * The console, with a secret that is new with every start; in a cluster, where it cannot be told,
   * with that of {@code DAYBREAK_STACK_CLIENT_SECRET}.
   */
  public static SignInClient console() {
    String given = System.getenv("DAYBREAK_STACK_CLIENT_SECRET");
    return new SignInClient("console", given == null ? newSecret() : given);
  }

  private static String newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  boolean is(String otherId, String otherSecret) {
    return id.equals(otherId)
        && MessageDigest.isEqual(
            secret.getBytes(StandardCharsets.UTF_8), otherSecret.getBytes(StandardCharsets.UTF_8));
  }
}
