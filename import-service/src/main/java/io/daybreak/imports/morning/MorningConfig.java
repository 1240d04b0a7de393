package io.daybreak.imports.morning;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What people are made aware of on the morning page. */
@ConfigMapping(prefix = "daybreak.morning")
public interface MorningConfig {

  /**
   * The share by which a number may differ from the day before or from the same weekday a week
   * earlier before it is marked as a jump; 0.3 is 30 %.
   */
  @WithDefault("0.3")
  double jumpShare();
}
