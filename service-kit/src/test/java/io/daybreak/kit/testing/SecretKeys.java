package io.daybreak.kit.testing;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** The key that a test's secrets are sealed under. */
final class SecretKeys {

  private SecretKeys() {}

  static Map<String, String> generate() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return Map.of(
        "daybreak.secrets.current",
        "test",
        "daybreak.secrets.keys.test",
        Base64.getEncoder().encodeToString(key));
  }
}
