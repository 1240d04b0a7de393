package io.daybreak.kit.alert;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** When people are told, and how. */
@ConfigMapping(prefix = "daybreak.alerts")
public interface AlertSettings {

  /** How often the rules are evaluated; {@code off} switches alerts off. Read by the schedule. */
  @WithDefault("30s")
  String every();

  /** How long after the process's last sign of life another one evaluates. */
  @WithDefault("60s")
  Duration lease();

  /** How long after a message about a rule no other one says that it fires. */
  @WithDefault("30m")
  Duration quietPeriod();

  /** The quiet period of single rules, by their names. */
  Map<String, Duration> quietPeriods();

  Slack slack();

  /**
   * Where messages go: to a webhook, or by a bot into a channel; without either they are logged.
   */
  interface Slack {

    /** Address of an incoming webhook; a secret, since it is all that is needed to post. */
    Optional<String> webhookUrl();

    /** Slack's Web API, for messages by a bot. */
    @WithDefault("https://slack.com/api")
    String baseUrl();

    /** The bot's token, with the scope {@code chat:write}. */
    Optional<String> botToken();

    /** The channel's id; the bot is a member of it. */
    Optional<String> channel();
  }

  default Duration quietPeriodOf(String rule) {
    return quietPeriods().getOrDefault(rule, quietPeriod());
  }
}
