package io.daybreak.console;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Where the services are, and how browsers are remembered. */
@ConfigMapping(prefix = "daybreak.console")
public interface ConsoleConfig {

  /** Base address of each service, by its name. */
  Map<String, URI> services();

  /**
   * What session cookies are encrypted with, 32 characters or more; the same for all replicas. A
   * secret, so it has no default. Whoever changes it signs everybody out.
   */
  String sessionSecret();

  /** Whether cookies travel over HTTPS only. Browsers count loopback as safe, most of them. */
  @WithDefault("true")
  boolean secureCookies();

  /** How long a service may take to accept a connection. */
  @WithDefault("3s")
  Duration connectTimeout();

  /** Connections to one service at most; every open page holds one for its live events. */
  @WithDefault("1000")
  int connectionsPerService();
}
