package io.daybreak.kit.testing;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** The RSA key that the tests' tokens are signed with, made anew for every start. */
final class SigningKeys {

  /**
   * The private key travels in the configuration, because the test resource and the test are loaded
   * by different class loaders and share nothing else.
   */
  static final String PRIVATE_KEY = "daybreak.testing.signing-key";

  private SigningKeys() {}

  static Map<String, String> generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      KeyPair pair = generator.generateKeyPair();
      return Map.of(
          PRIVATE_KEY,
          base64(pair.getPrivate().getEncoded()),
          "mp.jwt.verify.publickey",
          base64(pair.getPublic().getEncoded()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has RSA", e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
