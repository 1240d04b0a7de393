package io.daybreak.imports.keyuse;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether keys are tested. */
@ConfigMapping(prefix = "daybreak.api-keys")
public interface KeyCheckConfig {

  /** Whether NAVER is asked with a key before it, or its new secret, is stored. */
  @WithDefault("true")
  boolean tested();
}
