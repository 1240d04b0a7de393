package io.daybreak.imports.naver;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The header X-Signature: base64 of the HMAC-SHA256 over {@code timestamp.METHOD.path}, without the
 * query (<a
 * href="https://github.com/naver/searchad-apidoc/blob/master/java-sample">searchad-apidoc</a>).
 */
final class Signature {

  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /**
   * @param secretKey the secret as its owner sees it: its characters are the key, although it looks
   *     like base64
   * @param timestamp milliseconds since 1970
   */
  static String of(String secretKey, long timestamp, String method, String path) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secretKey.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      byte[] signed = mac.doFinal(message(timestamp, method, path));
      return Base64.getEncoder().encodeToString(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
    }
  }

  private static byte[] message(long timestamp, String method, String path) {
    return (timestamp + "." + method + "." + path).getBytes(StandardCharsets.UTF_8);
  }
}
