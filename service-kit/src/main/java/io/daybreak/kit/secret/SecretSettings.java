package io.daybreak.kit.secret;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;
import java.util.Optional;

/** The keys that secrets are sealed under. */
@ConfigMapping(prefix = "daybreak.secrets")
public interface SecretSettings {

  /** Whether the service keeps secrets: without keys it then does not start. */
  @WithDefault("true")
  boolean required();

  /** The id of the key that new secrets are sealed under. */
  Optional<String> current();

  /**
   * Each key by its id: 256 bits, base64. To rotate, add a key, make it current, and keep the old
   * one until everything was sealed anew. {@code openssl rand -base64 32} makes one.
   */
  Map<String, String> keys();
}
