package io.daybreak.kit.secret;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts secrets for the database: AES-256-GCM under a key from the configuration. Made at
 * start-up, so that a service without usable keys does not start.
 */
@Startup
@Singleton
public class SecretBox {

  static final String SEPARATOR = ":";

  private static final String CIPHER = "AES/GCM/NoPadding";

  /** 96 bits, the length that NIST SP 800-38D recommends; random, never used twice under a key. */
  private static final int NONCE_BYTES = 12;

  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final KeyRing keys;

  SecretBox(SecretSettings settings) {
    this.keys = new KeyRing(settings);
  }

  /**
   * Encrypts a text under the current key.
   *
   * @param context what the secret belongs to, such as {@code api-key:42}; a sealed text opens only
   *     with the same one, so it cannot be moved to another row
   * @return text with the key's id in front, safe for a text column
   */
  public String seal(String plain, String context) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, keys.current(), nonce, context);
      byte[] sealed = cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8));
      byte[] both =
          ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
      return keys.currentId() + SEPARATOR + Base64.getEncoder().encodeToString(both);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has " + CIPHER, e);
    }
  }

  /**
   * Decrypts what {@link #seal} made, under the current key or an older one.
   *
   * @throws SealBrokenException if it was changed, belongs to another context, or its key is gone
   */
  public String open(String sealed, String context) {
    int separator = sealed.indexOf(SEPARATOR);
    if (separator < 0) {
      throw new SealBrokenException("What is stored for %s is not sealed".formatted(context));
    }
    String id = sealed.substring(0, separator);
    SecretKey key =
        keys.byId(id)
            .orElseThrow(
                () ->
                    new SealBrokenException(
                        "The key that sealed the secret of %s is not configured: set"
                                .formatted(context)
                            + " daybreak.secrets.keys."
                            + id));
    try {
      byte[] both = Base64.getDecoder().decode(sealed.substring(separator + 1));
      if (both.length < NONCE_BYTES) {
        throw broken(context);
      }
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, both, context);
      byte[] plain = cipher.doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES);
      return new String(plain, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException | AEADBadTagException e) {
      throw broken(context);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has " + CIPHER, e);
    }
  }

  private static SealBrokenException broken(String context) {
    return new SealBrokenException(
        "The secret of %s was changed, or belongs to something else".formatted(context));
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String context)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
    cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
