package io.daybreak.kit.schema;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a start treats a database that is not yet, or no longer, as it wants it. */
@ConfigMapping(prefix = "daybreak.schema")
public interface SchemaSettings {

  /**
   * Whether a start waits until somebody else has migrated. In a cluster a Job migrates and the
   * replicas wait; elsewhere a service migrates as it starts.
   */
  @WithDefault("false")
  boolean waitForMigrations();

  /**
   * How long it waits before it gives up, so that an orchestrator shows that something is wrong.
   */
  @WithDefault("PT30M")
  Duration longestWait();

  /** Time between two looks. */
  @WithDefault("PT1S")
  Duration lookEvery();
}
