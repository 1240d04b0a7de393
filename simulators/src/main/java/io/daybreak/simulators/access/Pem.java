package io.daybreak.simulators.access;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** RSA keys in the text form that services and Google's client read (RFC 7468). */
public final class Pem {

  private static final int BITS = 2048;

  private Pem() {}

  public static KeyPair newKeyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has RSA", e);
    }
  }

  /**
   * @param label {@code PUBLIC KEY} for X.509 bytes, {@code PRIVATE KEY} for PKCS 8 bytes
   */
  public static String encode(String label, byte[] key) {
    Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, lines.encodeToString(key), label);
  }
}
