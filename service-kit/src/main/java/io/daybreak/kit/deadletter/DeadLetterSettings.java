package io.daybreak.kit.deadletter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How dead letters are brought back. */
@ConfigMapping(prefix = "daybreak.dead-letters")
public interface DeadLetterSettings {

  /** Whether this process handles dead letters; one that does not leaves it to its siblings. */
  @WithDefault("true")
  boolean enabled();

  /** How long a letter waits before it is synchronised, so that what it collided with is over. */
  @WithDefault("1m")
  Duration delay();

  /** How long to wait after a look before the next. */
  @WithDefault("5s")
  Duration interval();

  /** How long after the handler's last sign of life another process takes over. */
  @WithDefault("30s")
  Duration lease();

  /** How long a stop waits for the synchronisation under way. */
  @WithDefault("30s")
  Duration stopTimeout();

  /** How long one call of SQS may take before it counts as failed. */
  @WithDefault("10s")
  Duration callTimeout();

  /** How long letters are kept that are synchronised or discarded. */
  @WithDefault("30d")
  Duration retention();

  /** Letters that are not settled, above which people are told. */
  @WithDefault("10")
  long openTolerated();

  /**
   * Letters whose synchronisation failed or was not possible, above which people are told: they
   * wait for a person, so one is enough.
   */
  @WithDefault("0")
  long failedTolerated();
}
