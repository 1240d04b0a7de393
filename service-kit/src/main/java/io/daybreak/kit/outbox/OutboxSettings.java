package io.daybreak.kit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the messages of the outbox are sent. */
@ConfigMapping(prefix = "daybreak.outbox")
public interface OutboxSettings {

  /** Whether this process sends messages; one that does not leaves them to its siblings. */
  @WithDefault("true")
  boolean enabled();

  /** How long a message waits at most that nobody gave notice of. */
  @WithDefault("500ms")
  Duration interval();

  /** How long to wait after SQS or the database failed. */
  @WithDefault("2s")
  Duration pauseAfterFailure();

  /** How many messages of a queue are read at once. */
  @WithDefault("200")
  int batch();

  /**
   * How long reading, sending and forgetting one batch may take; the database ends a transaction
   * that is idle for longer.
   */
  @WithDefault("60s")
  Duration passTimeout();

  /** How long the oldest message of a queue may wait before people are told. */
  @WithDefault("5m")
  Duration toleratedAge();
}
