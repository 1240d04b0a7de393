package io.daybreak.imports.batch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalTime;

/** When the morning batch starts, and from when on people are told that it is late. */
@ConfigMapping(prefix = "daybreak.batch")
public interface BatchConfig {

  /**
   * When a replica starts the batch, as a Quartz expression in Asia/Seoul; {@code off} where a
   * CronJob does it. Read by the schedule.
   */
  @WithDefault("0 30 7 * * ?")
  String cron();

  Late late();

  /** When a batch counts as late. */
  interface Late {

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
}
