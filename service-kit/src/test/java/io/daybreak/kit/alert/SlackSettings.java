package io.daybreak.kit.alert;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a test.
 *
 * @param webhook address of a webhook, or null
 * @param bot address of the Web API that a bot calls, or null
 */
record SlackSettings(@Nullable String webhook, @Nullable String bot)
    implements AlertSettings, AlertSettings.Slack {

  @Override
  public String every() {
    return "off";
  }

  @Override
  public Duration lease() {
    return Duration.ofSeconds(30);
  }

  @Override
  public Duration quietPeriod() {
    return Duration.ofMinutes(30);
  }

  @Override
  public Map<String, Duration> quietPeriods() {
    return Map.of("talkative", Duration.ofMinutes(1));
  }

  @Override
  public Slack slack() {
    return this;
  }

  @Override
  public Optional<String> webhookUrl() {
    return Optional.ofNullable(webhook);
  }

  @Override
  public String baseUrl() {
    return bot == null ? "https://slack.invalid" : bot;
  }

  @Override
  public Optional<String> botToken() {
    return bot == null ? Optional.empty() : Optional.of("xoxb-test");
  }

  @Override
  public Optional<String> channel() {
    return bot == null ? Optional.empty() : Optional.of("C1");
  }
}
