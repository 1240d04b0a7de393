package io.daybreak.simulators.naver.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * NAVER's signature: Base64 of HMAC-SHA256 over {@code {timestamp}.{METHOD}.{path}}, keyed with the
 * secret's characters as they are; the query is not signed. As in NAVER's <a
 * href="https://github.com/naver/searchad-apidoc/tree/master/java-sample">Java sample</a>.
 */
public final class Signature {

  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /**
   * @param timestamp milliseconds since the epoch, as sent in X-Timestamp
   */
  public static String of(String secret, String timestamp, String method, String path) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      String message = timestamp + "." + method + "." + path;
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
    }
  }
}
