package io.daybreak.kit.work;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How a service treats work that was lost. */
@ConfigMapping(prefix = "daybreak.work")
public interface WorkSettings {

  /** How often expired claims are looked for, or {@code off}; read by the schedule. */
  @WithDefault("5s")
  String sweepEvery();
}
