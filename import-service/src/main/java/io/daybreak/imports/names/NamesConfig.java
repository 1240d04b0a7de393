package io.daybreak.imports.names;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How names are asked for. A name that is known is never forgotten. */
@ConfigMapping(prefix = "daybreak.names")
public interface NamesConfig {

  /** How long it is believed that NAVER has no name for an id. */
  @WithDefault("24h")
  Duration maxAge();

  /** Time from ordering master reports to the first look at them. */
  @WithDefault("1500ms")
  Duration firstLook();

  /** How long master reports may take to be built; after that, runs go on without them. */
  @WithDefault("2m")
  Duration longestBuild();

  /**
   * How much further back than a run's first day changes are asked for: conversions count for ads
   * whose keyword was deleted before.
   */
  @WithDefault("14d")
  Duration changesBefore();

  /** Calls by id that one run may make for what the master reports do not have. */
  @WithDefault("20")
  int callsById();
}
