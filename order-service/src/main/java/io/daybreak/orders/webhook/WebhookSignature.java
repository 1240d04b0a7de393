package io.daybreak.orders.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Shopify's signature: base64 of HMAC-SHA256 over the raw body.
 *
 * @see <a
 *     href="https://shopify.dev/docs/apps/build/webhooks/subscribe/https#step-2-validate-the-origin-of-your-webhook-to-ensure-its-coming-from-shopify">
 *     Shopify on validating webhooks</a>
 */
final class WebhookSignature {

  private static final String ALGORITHM = "HmacSHA256";

  private WebhookSignature() {}

  /**
   * Whether one of the secrets made the signature. Takes the same time wherever the signature
   * differs, and looks at every secret.
   */
  static boolean isGenuine(byte[] body, @Nullable String signature, List<String> secrets) {
    if (signature == null) {
      return false;
    }
    byte[] given;
    try {
      given = Base64.getDecoder().decode(signature.strip());
    } catch (IllegalArgumentException e) {
      return false;
    }
    boolean genuine = false;
    for (String secret : secrets) {
      genuine |= MessageDigest.isEqual(sign(body, secret), given);
    }
    return genuine;
  }

  static byte[] sign(byte[] body, String secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }
}
