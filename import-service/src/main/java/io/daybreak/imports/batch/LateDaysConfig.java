package io.daybreak.imports.batch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalTime;

/** How days that NAVER had not finished are fetched again the same day. */
@ConfigMapping(prefix = "daybreak.batch.late-days")
public interface LateDaysConfig {

  /** How often days are looked for that are to be fetched again; {@code off} switches it off. */
  @WithDefault("30s")
  String lookEvery();

  /** Time from the end of a run with such days to the next one; it grows by half each time. */
  @WithDefault("10m")
  Duration firstInterval();

  /** The interval grows up to this. */
  @WithDefault("40m")
  Duration longestInterval();

  /** From when on nothing is fetched again by itself before the next morning, Asia/Seoul. */
  @WithDefault("14:00")
  LocalTime until();

  /** Runs that are queued at once at most. */
  @WithDefault("500")
  int runsAtOnce();
}
