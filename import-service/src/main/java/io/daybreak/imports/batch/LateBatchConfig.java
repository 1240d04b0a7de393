package io.daybreak.imports.batch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalTime;

/** From when on people are told that the morning batch is late. */
@ConfigMapping(prefix = "daybreak.batch.late")
public interface LateBatchConfig {

  /** When a batch is to start, Asia/Seoul. */
  @WithDefault("07:30")
  LocalTime time();

  /** How much later it may start. */
  @WithDefault("10m")
  Duration startGrace();

  /** How much later than planned the runs of a key may end. */
  @WithDefault("30m")
  Duration endGrace();
}
