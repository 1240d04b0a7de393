package io.daybreak.imports.status;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Live progress. */
@ConfigMapping(prefix = "daybreak.status")
interface StatusConfig {

  /** How often an instance looks for changes while somebody listens. */
  @WithDefault("PT1S")
  Duration pollEvery();

  /** How long after its end a run is still part of what moves. */
  @WithDefault("PT15S")
  Duration showEnded();

  /** How often a listener gets a comment; less than what proxies keep an idle connection for. */
  @WithDefault("PT20S")
  Duration signOfLife();

  /** Changes kept for a listener that reads slowly; one that falls further behind is cut off. */
  @WithDefault("10000")
  int bufferedChanges();
}
