package io.daybreak.imports.names;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long names are believed. */
@ConfigMapping(prefix = "daybreak.names")
public interface NamesConfig {

  /** Age from which a name is asked for again. */
  @WithDefault("24h")
  Duration maxAge();
}
