package io.daybreak.uploads.slack;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where Slack is, and what proves who talks to whom. */
@ConfigMapping(prefix = "daybreak.slack")
public interface SlackConfig {

  /** Scheme, host and port of the Web API. Slack itself is {@code https://slack.com}. */
  @WithDefault("http://localhost:9104")
  URI baseUrl();

  /** The bot's token, {@code xoxb-…}; without one every call is refused by Slack. */
  Optional<String> botToken();

  /** What Slack signs its events with; without one every event is refused. */
  Optional<String> signingSecret();

  /** Hosts, with those below them, that get the token besides that of the base URL; over TLS. */
  @WithDefault("slack.com")
  List<String> hosts();

  /** How old an event's signature may be, and how far ahead of our clock. */
  @WithDefault("5m")
  Duration signatureWindow();

  /** Calls a minute of one method of the Web API; Slack's tier 4 is 100 and more. */
  @WithDefault("100")
  double callsPerMinute();

  /** Messages a second in one channel. */
  @WithDefault("1")
  double messagesPerSecond();

  /**
   * How often a file is looked at that Slack has told of before it was ready, and one that Slack
   * has accepted and not shared yet.
   */
  @WithDefault("5")
  int looks();

  /** Pause between two of these looks. */
  @WithDefault("1s")
  Duration pauseBetweenLooks();

  /** Time to connect. How long a call may take is with each method of {@link SlackGateway}. */
  @WithDefault("5s")
  Duration connectTimeout();
}
