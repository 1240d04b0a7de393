package io.daybreak.kit.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where it is known who belongs to which organisation. */
@ConfigMapping(prefix = "daybreak.organisations")
interface OrganisationSettings {

  /**
   * The claim of a token that lists the person's organisations, such as {@code groups}; without it
   * only the tables say. Its value is a list of texts.
   */
  Optional<String> claim();

  /**
   * A regular expression that a whole text of the claim has to match to name an organisation; with
   * the groups {@code organisation} and {@code role} (owner, editor or viewer, in any case).
   */
  @WithDefault("/?(?<organisation>[^:/]+)[:/](?<role>(?i:owner|editor|viewer))")
  String claimPattern();

  /**
   * The service that keeps the tables for this one, such as {@code http://import-service:8081};
   * without it this service keeps its own.
   */
  Optional<URI> home();

  /** The name of that service. */
  @WithDefault("import-service")
  String homeService();

  /** How long an invitation can be taken. */
  @WithDefault("P7D")
  Duration invitationLifetime();
}
