package io.daybreak.uploads.slack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Slack's signature: HMAC-SHA256 over version, timestamp and raw body.
 *
 * @see <a href="https://docs.slack.dev/authentication/verifying-requests-from-slack">Slack on
 *     verifying requests</a>
 */
final class SlackSignature {

  private static final String ALGORITHM = "HmacSHA256";
  private static final String VERSION = "v0";

  private SlackSignature() {}

  /**
   * Whether the secret made the signature, recently. Takes the same time wherever it differs.
   *
   * @param timestamp seconds since 1970, as the header has them
   */
  static boolean isGenuine(
      byte[] body,
      @Nullable String timestamp,
      @Nullable String signature,
      String secret,
      Instant now,
      Duration window) {
    if (timestamp == null || signature == null || !timestamp.matches("[0-9]{1,11}")) {
      return false;
    }
    Instant signed = Instant.ofEpochSecond(Long.parseLong(timestamp));
    boolean recent = Duration.between(signed, now).abs().compareTo(window) <= 0;
    byte[] expected = of(body, timestamp, secret).getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8)) && recent;
  }

  /** {@code v0=} and the HMAC in hexadecimal. */
  static String of(byte[] body, String timestamp, String secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update((VERSION + ":" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
      return VERSION + "=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }
}
