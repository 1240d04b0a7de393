package io.daybreak.kit.secret;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The keys of the configuration, checked. */
final class KeyRing {

  private static final int KEY_BYTES = 32;

  private final Map<String, SecretKey> keys = new HashMap<>();
  private final Optional<String> current;

  /**
   * Reads the keys.
   *
   * @throws IllegalStateException if they cannot be used; its message says what to configure, and
   *     nothing of any key
   */
  KeyRing(SecretSettings settings) {
    settings.keys().forEach((id, key) -> keys.put(id, parse(id, key)));
    this.current = settings.current();
    if (current.isEmpty() && settings.required()) {
      throw new IllegalStateException(
          "No key for secrets: set daybreak.secrets.current to the id of a key, and"
              + " daybreak.secrets.keys.<id> to 32 random bytes in base64 (openssl rand -base64"
              + " 32)");
    }
    current.ifPresent(this::requireKey);
  }

  String currentId() {
    return current.orElseThrow(
        () -> new IllegalStateException("No key for secrets: daybreak.secrets.current is not set"));
  }

  SecretKey current() {
    return keys.get(currentId());
  }

  Optional<SecretKey> byId(String id) {
    return Optional.ofNullable(keys.get(id));
  }

  private void requireKey(String id) {
    if (!keys.containsKey(id)) {
      throw new IllegalStateException(
          "daybreak.secrets.current names the key %s, but daybreak.secrets.keys.%s is not set"
              .formatted(id, id));
    }
  }

  private static SecretKey parse(String id, String key) {
    if (id.isEmpty() || id.contains(SecretBox.SEPARATOR)) {
      throw new IllegalStateException(
          "The id of a key for secrets must not be empty or contain a colon: " + id);
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(key.trim());
      if (bytes.length == KEY_BYTES) {
        return new SecretKeySpec(bytes, "AES");
      }
      throw unusable(id, "has %d bytes".formatted(bytes.length));
    } catch (IllegalArgumentException e) { // without the cause: it quotes a part of the key
      throw unusable(id, "is not base64");
    }
  }

  private static IllegalStateException unusable(String id, String reason) {
    return new IllegalStateException(
        "daybreak.secrets.keys.%s %s; it has to be 32 random bytes in base64 (openssl rand -base64 32)"
            .formatted(id, reason));
  }
}
