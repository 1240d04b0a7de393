package io.daybreak.kit.secret;

import jakarta.inject.Singleton;

/** Encrypts secrets for the database: AES-256-GCM under a key from the configuration. */
@Singleton
public class SecretBox {

  /**
   * Encrypts a text under the current key.
   *
   * @param context what the secret belongs to, such as {@code api-key:42}; a sealed text opens only
   *     with the same one, so it cannot be moved to another row
   * @return text with the key's id in front, safe for a text column
   */
  public String seal(String plain, String context) {
    throw new UnsupportedOperationException("not built yet");
  }

  /**
   * Decrypts what {@link #seal} made, under the current key or an older one.
   *
   * @throws SealBrokenException if it was changed, belongs to another context, or its key is gone
   */
  public String open(String sealed, String context) {
    throw new UnsupportedOperationException("not built yet");
  }
}
