package io.daybreak.kit.sql;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the database may take; the same for every statement of a service. */
@ConfigMapping(prefix = "daybreak.sql")
public interface SqlSettings {

  /** How long one statement may run before the database cancels it; 0 for ever. */
  @WithDefault("30s")
  Duration statementTimeout();

  /** How long a statement may wait for one lock before the database cancels it; 0 for ever. */
  @WithDefault("10s")
  Duration lockTimeout();

  /**
   * How long a thread waits for the answer to a statement, or to a chain of short ones, the wait
   * for a connection included. It ends waits that the database cannot end because it is not reached
   * any more, so it exceeds {@link #statementTimeout()}.
   */
  @WithDefault("45s")
  Duration answerTimeout();
}
