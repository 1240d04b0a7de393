package io.daybreak.imports.telling;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** When people are told about their sets, and how long that is kept. */
@ConfigMapping(prefix = "daybreak.telling")
interface TellingConfig {

  /** How often it is looked for sets to tell of; read by the schedule. */
  @WithDefault("30s")
  String every();

  /** How long a run has to be over: one that is started again by itself is not told of. */
  @WithDefault("PT2M")
  Duration after();

  /** Where people open the console, such as {@code https://daybreak.example.com}; for links. */
  Optional<URI> consoleUrl();

  /** How long after its sender's last sign of life a message counts as lost. */
  @WithDefault("PT1M")
  Duration lease();

  /** How long messages are kept that are sent. */
  @WithDefault("P30D")
  Duration keptFor();
}
